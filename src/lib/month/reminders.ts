import { lifeOf, monthsOf } from '../record/life';
import { deadlines, type Deadline } from './deadlines';
import { datedLife, type Known } from './life';

/** Something that is still to be done in a month's life. */
export interface Reminder extends Omit<Deadline, 'done'> {
	month: string;
}

/** What is due in the months that aren't sealed, from the first on in which a step was taken, earliest first; before any step that of the latest month: older ones were worked elsewhere. */
export function reminders(
	known: Pick<Known, 'events' | 'calendar' | 'policyIn'>,
	months: string[],
	today: string
): Reminder[] {
	const stepped = new Set(monthsOf(known.events));
	const first = months.findIndex((month) => stepped.has(month));
	return months
		.slice(first < 0 ? -1 : first)
		.flatMap((month) => {
			const life = lifeOf(known.events, month);
			if (life.state === 'sealed') return [];
			const due = deadlines(datedLife(known, life), today);
			return due.filter(({ done }) => !done).map(({ done: _, ...rest }): Reminder => ({ month, ...rest }));
		})
		.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : a.month < b.month ? -1 : 1));
}
