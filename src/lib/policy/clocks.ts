import { partsOf, type Parts } from './parts';
import type { PolicyFault } from './policy-fault';
import type { Policy } from './schema';

type Clocks = NonNullable<Parts['clocks']>;
type Hours = Clocks['office_hours'][number];

/** The seconds of a day's time, `HH:MM`. */
const seconds = (time: string): number => Number(time.slice(0, 2)) * 3600 + Number(time.slice(3)) * 60;
const DAY = 86_400;

/** How time runs for a clock where one works so: whether every day counts, from which second on, for how many. */
function runs(how: string, { opens, closes, on }: Hours): [every: boolean, opens: number, length: number] {
	if (how === 'working_days') return [false, 0, DAY];
	if (how !== 'working_hours') return [true, 0, DAY];
	return [on === 'every', seconds(opens), seconds(closes) - seconds(opens)];
}

/** The rows of `policy.clock` of a version, without its name: each clock for the company, and for branches with hours of their own. */
export function clockRows(policy: Policy): [string, string | null, boolean, number, number][] {
	const {
		tickets,
		complaints,
		severe = 'clock',
		logs = 'clock',
		reports = 'clock',
		office_hours: hours
	} = partsOf(policy).clocks!;
	const feedback = policy.readings['feedback_standard']?.choice ?? 'hours';
	const clocks = { tickets, complaints, feedback, severe, logs, reports };
	return Object.entries(clocks).flatMap(([clock, how]) =>
		(how === 'working_hours' ? hours : [companyHours(hours)!]).map(
			(own): [string, string | null, boolean, number, number] => [
				clock,
				own.branch || null,
				...runs(how, own)
			]
		)
	);
}

/** The hours of all branches that have none of their own. */
const companyHours = (hours: Hours[]): Hours | undefined =>
	hours.find(({ branch }) => branch === undefined || branch === '');

/** What is wrong with a version's working hours: none for the company, or a day that ends before it begins. */
export function hoursFaults({ parts }: Policy): PolicyFault[] {
	const hours = parts?.clocks?.office_hours;
	if (!hours) return [];
	const at = ['parts', 'clocks', 'office_hours'];
	return [
		...(companyHours(hours) ? [] : [{ at, says: ['noCompanyHours'] } satisfies PolicyFault]),
		...hours.flatMap(({ opens, closes }, i) =>
			seconds(closes) > seconds(opens) ? [] : [{ at: [...at, i], says: ['noHours'] } satisfies PolicyFault]
		)
	];
}
