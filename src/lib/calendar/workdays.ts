import calendar from 'chinese-days/dist/chinese-days.json';

const holidays: Record<string, string> = calendar.holidays;
const makeUp: Record<string, string> = calendar.workdays;
const years = new Set(Object.keys(holidays).map((day) => day.slice(0, 4)));

/** True where the calendar holds a year's statutory days; another year counts weekends alone. */
export const knowsYear = (year: string): boolean => years.has(year);

/** Whether a date (`YYYY-MM-DD`) is a working day in China: make-up workdays count, weekends and statutory days off don't. */
export function isWorkday(date: string): boolean {
	if (date in makeUp) return true;
	if (date in holidays) return false;
	const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
	return weekday !== 0 && weekday !== 6;
}

/** Every day of the years that the calendar holds: the day, how many working days there were up to it, whether it is one. */
export function workdays(): [day: string, ordinal: number, works: boolean][] {
	const known = [...years].sort();
	const end = Date.UTC(Number(known.at(-1)!) + 1, 0, 1);
	const rows: [string, number, boolean][] = [];
	let ordinal = 0;
	for (let at = Date.UTC(Number(known[0]), 0, 1); at < end; at += 86_400_000) {
		const day = new Date(at).toISOString().slice(0, 10);
		const works = isWorkday(day);
		if (works) ordinal++;
		rows.push([day, ordinal, works]);
	}
	return rows;
}
