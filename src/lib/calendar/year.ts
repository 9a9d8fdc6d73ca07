import { shifted } from './period';
import { addDays, daysBetween } from './workdays';

/** A month as a calendar shows it: its days (`YYYY-MM-DD`), and the weekday of its first, Monday 0. */
export interface MonthPage {
	month: string;
	days: string[];
	blank: number;
}

/** The twelve months of a year (`YYYY`). */
export const yearPages = (year: string): MonthPage[] =>
	Array.from({ length: 12 }, (_, at) => {
		const month = `${year}-${String(at + 1).padStart(2, '0')}`;
		const first = `${month}-01`;
		return {
			month,
			days: daysBetween(first, addDays(`${shifted(month, 1)}-01`, -1)),
			blank: (new Date(`${first}T00:00:00Z`).getUTCDay() + 6) % 7
		};
	});

/** The days off and make-up workdays (with a leading `+`) of a pasted list; `bad` is the first word that is no day of the year. */
export function pastedDays(
	text: string,
	year: string
): { off: string[]; work: string[]; bad: string | null } {
	const words = text.split(/[\s,，、;；]+/).filter(Boolean);
	const isDay = new RegExp(`^\\+?${year}-\\d{2}-\\d{2}$`);
	const exists = (word: string): boolean => {
		const day = word.replace('+', '');
		return daysBetween(day, day)[0] === day;
	};
	return {
		off: words.filter((w) => !w.startsWith('+')),
		work: words.filter((w) => w.startsWith('+')).map((w) => w.slice(1)),
		bad: words.find((w) => !isDay.test(w) || !exists(w)) ?? null
	};
}
