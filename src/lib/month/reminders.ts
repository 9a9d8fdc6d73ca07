import { lifeOf, monthsOf } from '../record/life';
import { deadlines, type Deadline } from './deadlines';
import type { LogEvent } from '../record/event';
import { unreadOf } from '../record/acknowledgements';
import { datedLife, type Known } from './life';

/** Something that is still to be done in a month's life. */
export interface Reminder extends Omit<Deadline, 'done'> {
	month: string;
	/** How many owe it. */
	count?: number;
}

/** What is due in the months that aren't sealed, and what nobody has acknowledged in those that are, from the first on in which a step was taken, earliest first; before any step that of the latest month: older ones were worked elsewhere. */
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
			const dated = datedLife(known, life);
			// a sealed month is done but for those who haven't said that they read it
			if (life.state === 'sealed') return unread(known.events, month, dated.appealsUntil, today);
			const due = deadlines(dated, today)
				.filter(({ done }) => !done)
				.map(({ done: _, ...rest }): Reminder => ({ month, ...rest }));
			return [...due, ...unread(known.events, month, dated.appealsUntil, today)];
		})
		.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : a.month < b.month ? -1 : 1));
}

/** What was handed over and not read yet, due while it can still be appealed. */
function unread(events: LogEvent[], month: string, on: string | null, today: string): Reminder[] {
	const count = on === null ? 0 : unreadOf(events, month).length;
	return on === null || count === 0 ? [] : [{ month, what: 'acknowledge', on, count, late: today > on }];
}
