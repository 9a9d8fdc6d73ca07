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
