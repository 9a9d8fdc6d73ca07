import { isWorkday } from '../calendar/workdays';
import { chosen, type Policy } from '../policy/schema';

const DAY = 86_400_000;
const iso = (time: number): string => new Date(time).toISOString().slice(0, 10);

/** The first and last day of the appraisal of a month, by the policy's reading (L145). */
export function appraisalWindow(month: string, policy: Policy): [string, string] {
	const reading = policy.readings['appraisal_window']!;
	const days = chosen(policy, 'appraisal_window')!.amount!;
	const first = Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5, 7)), 1);
	if (reading.choice === 'calendar_days') return [iso(first), iso(first + (days - 1) * DAY)];
	const working: string[] = [];
	for (let day = first; working.length < days; day += DAY) if (isWorkday(iso(day))) working.push(iso(day));
	return [working[0]!, working.at(-1)!];
}
