import { addDays, type Calendar } from '../calendar/workdays';
import { chosen, type Policy } from '../policy/schema';
import { limitsOf } from '../policy/versions';

/** The first and last day of the appraisal of a month, by the policy's reading (L145). */
export function appraisalWindow(month: string, policy: Policy, calendar: Calendar): [string, string] {
	const days = chosen(policy, 'appraisal_window')!.amount!;
	const first = addDays(`${month}-28`, 4).slice(0, 7) + '-01';
	if (policy.readings['appraisal_window']!.choice === 'calendar_days')
		return [first, addDays(first, days - 1)];
	const begins = calendar.onOrAfter(first);
	return [begins, calendar.addWorkdays(begins, days - 1)];
}

/** The last day to hand in an improvement plan after a bulletin of a date, that date not counted (L164). */
export function planDue(date: string, policy: Policy, calendar: Calendar): string {
	const days = chosen(policy, 'plan_due')!.amount!;
	return policy.readings['plan_due']!.choice === 'working'
		? calendar.addWorkdays(date, days)
		: calendar.onOrAfter(addDays(date, days));
}

/** The last day to appeal after a bulletin of a date, that date not counted. */
export const appealDue = (date: string, policy: Policy, calendar: Calendar): string =>
	calendar.addWorkdays(date, limitsOf(policy).appeal_days);
