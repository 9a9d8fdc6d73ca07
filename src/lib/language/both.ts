import { en } from './en';
import { teach } from './messages';

// where nothing is fetched (commands, tests), both languages are there from the start
teach('en', en);
