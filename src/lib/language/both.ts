import { en } from './en';
import { teach } from './messages';
import { later } from './zh-later';

// where nothing is fetched (commands, tests), everything can be said from the start
teach('zh', later);
teach('en', en);
