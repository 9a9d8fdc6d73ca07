import { language } from '../language/language.svelte';
import { periodIn } from './period-in';

/** A period in words. */
export const periodText = (period: string): string => periodIn(language.lang, period);
