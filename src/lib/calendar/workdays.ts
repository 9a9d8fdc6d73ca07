import known from 'chinese-days/dist/chinese-days.json';

/** Days that people entered: whether each (`YYYY-MM-DD`) is worked. */
export type EnteredDays = ReadonlyMap<string, boolean>;

const HOLIDAYS: Record<string, string> = known.holidays;
const MAKE_UP: Record<string, string> = known.workdays;
const YEARS = [...new Set(Object.keys(HOLIDAYS).map((day) => day.slice(0, 4)))].sort();
const DAY = 86_400_000;
/** Years behind the last known one: a deadline of December may lie in them. */
const AHEAD = 2;

const at = (day: string): number => Date.parse(`${day}T00:00:00Z`);
const text = (time: number): string => new Date(time).toISOString().slice(0, 10);

/** The date so many days after another; dates are plain (`YYYY-MM-DD`), in no time zone. */
export const addDays = (day: string, days: number): string => text(at(day) + days * DAY);

/** Every date from one to another, both in. */
export function daysBetween(first: string, last: string): string[] {
	const days: string[] = [];
	for (let time = at(first); time <= at(last); time += DAY) days.push(text(time));
	return days;
}

/** China's working days: statutory days off and make-up workdays (chinese-days' data), and what was entered by hand before either. */
export class Calendar {
	/** Years whose days off are known. */
	readonly years: string[];

	constructor(
		private readonly entered: EnteredDays = new Map(),
		added: string[] = []
	) {
		this.years = [...new Set([...YEARS, ...added])].sort();
	}

	/** True where a year's statutory days are known; another year counts weekends alone. */
	knowsYear(year: string): boolean {
		return this.years.includes(year);
	}

	/** Whether a date is worked. */
	isWorkday(day: string): boolean {
		const entered = this.entered.get(day);
		if (entered !== undefined) return entered;
		if (day in MAKE_UP) return true;
		return !(day in HOLIDAYS) && !isWeekend(day);
	}

	/** The name of a statutory day off or make-up workday, in Chinese; null for another day. */
	nameOf(day: string): string | null {
		return (MAKE_UP[day] ?? HOLIDAYS[day])?.split(',')[1] ?? null;
	}

	/** The date itself where it is worked, else the next one that is. */
	onOrAfter(day: string): string {
		let found = day;
		while (!this.isWorkday(found)) found = addDays(found, 1);
		return found;
	}

	/** The date so many working days after another, which doesn't count itself. */
	addWorkdays(day: string, count: number): string {
		let found = day;
		for (let left = count; left > 0;) {
			found = addDays(found, 1);
			if (this.isWorkday(found)) left--;
		}
		return found;
	}

	/** Every day of the years that are known and of some ahead, whose weekends alone are: the day, how many working days there were up to it, whether it is one. */
	table(): [day: string, ordinal: number, works: boolean][] {
		let ordinal = 0;
		return daysBetween(`${this.years[0]!}-01-01`, `${String(Number(this.years.at(-1)!) + AHEAD)}-12-31`).map(
			(day) => {
				const works = this.isWorkday(day);
				if (works) ordinal++;
				return [day, ordinal, works];
			}
		);
	}
}

/** The calendar as the State Council gave it. */
export const STATUTORY = new Calendar();

/** Whether a date is a Saturday or Sunday. */
export function isWeekend(day: string): boolean {
	const weekday = new Date(at(day)).getUTCDay();
	return weekday === 0 || weekday === 6;
}
