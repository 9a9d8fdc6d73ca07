import type { Known, Situation } from '../month/life';

/** What a decision about a month rests on as things are; `hash` is that of the month's results. */
export function situationOf(known: Known, hash: string): Situation {
	const { events, calendar, sealed, results, unread, policies, files } = known;
	return {
		...{ events, calendar, sealed, results, unread, policies, files, hash },
		policyIn: (month) => known.policyIn(month)
	};
}
