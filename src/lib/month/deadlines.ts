import { dayOf } from '../calendar/day';
import { addDays } from '../calendar/workdays';
import type { MonthLife } from './life';

/** What is due in a month's life, by date, and what of it is late. */
export interface Deadline {
	what: 'calculate' | 'publish' | 'appeals' | 'sign' | 'plan' | 'acknowledge';
	/** `YYYY-MM-DD`. */
	on: string;
	/** Kind and code of whoever owes it. */
	unit?: string;
	/** Which follow-up it is, of a plan. */
	kind?: string;
	done: boolean;
	late: boolean;
}

/** The deadlines of a month, earliest first; signing has none, it waits for the time to appeal to be over. */
export function deadlines(
	{ life, window, plans, appealsUntil }: Pick<MonthLife, 'life' | 'window' | 'plans' | 'appealsUntil'>,
	today: string
): Deadline[] {
	const past = (on: string): boolean => today > on;
	/** Done or not, it is late where it came after its day. */
	const isLate = (on: string, done: string | undefined): boolean => (done ?? today) > on;
	const stepOn = life.steps.findLast((s) => s.step === 'calculate')?.event.at;
	const calculated = life.state === 'open' || !stepOn ? undefined : dayOf(stepOn);
	const published = life.bulletins[0]?.date;
	return [
		{
			what: 'calculate' as const,
			on: window[1],
			done: calculated !== undefined,
			late: isLate(window[1], calculated)
		},
		{
			what: 'publish' as const,
			on: window[1],
			done: published !== undefined,
			late: isLate(window[1], published)
		},
		...(appealsUntil === null
			? []
			: [
					{ what: 'appeals' as const, on: appealsUntil, done: past(appealsUntil), late: false },
					{
						what: 'sign' as const,
						on: addDays(appealsUntil, 1),
						done: ['signed', 'sealed'].includes(life.state),
						late: false
					}
				]),
		...plans
			.filter((p) => p.owed)
			.map((p) => ({
				what: 'plan' as const,
				on: p.due,
				unit: `${p.unitKind}/${p.unit}`,
				kind: p.kind,
				done: p.handedInOn !== null,
				late: (p.handedInOn ?? today) > p.due
			}))
	].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
}
