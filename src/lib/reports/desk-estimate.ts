import type { Check } from '../record/checks';
import type { DrawnRow, StratumRow } from './rows';

/** How many of the records drawn were judged on a subject and failed, and what that says of all of them. */
export interface Estimate {
	subject: string;
	judged: number;
	failed: number;
	/** Each stratum's share of failures, weighted by its records; null while a stratum that has records has no judgement. */
	weighted: number | null;
}

/** What judgements of a stratified sample say of all records: strata weighted by how many records they have, never the sample's plain share alone. */
export function estimatesOf(strata: StratumRow[], drawn: DrawnRow[], checks: Check[]): Estimate[] {
	const stratumOf = new Map(drawn.map((row) => [row.ref, row.stratum]));
	const counted = checks.filter((c) => c.counts && stratumOf.has(c.ref));
	const whole = strata.reduce((sum, { records }) => sum + records, 0);
	return [...new Set(counted.map((c) => c.subject))].sort().map((subject) => {
		const own = counted.filter((c) => c.subject === subject);
		const shares = strata.map(({ stratum, records }) => {
			const of = own.filter((c) => stratumOf.get(c.ref) === stratum);
			return of.length === 0 ? null : (of.filter((c) => c.passed === 'no').length / of.length) * records;
		});
		return {
			subject,
			judged: own.length,
			failed: own.filter((c) => c.passed === 'no').length,
			weighted: shares.includes(null) ? null : shares.reduce((sum: number, share) => sum + share!, 0) / whole
		};
	});
}
