import type { Check } from '../record/checks';
import type { DrawnRow, StratumRow } from './rows';

/** How many of the records drawn were judged on a subject and failed, and what that says of all records of the branches and strata judged. */
export interface Estimate {
	subject: string;
	judged: number;
	failed: number;
	/** The share of failures, each judgement weighed by how many records of its branch and stratum it stands for; null of too few judgements. */
	weighted: number | null;
	/** The share of all records that those branches and strata have. */
	covers: number;
}

/** Fewer judgements tell nothing of others, and too much of one. */
export const FEWEST_JUDGED = 5;

/** What judgements of a stratified sample say of all records: never the sample's plain share alone. */
export function estimatesOf(strata: StratumRow[], drawn: DrawnRow[], checks: Check[]): Estimate[] {
	const cellOf = new Map(drawn.map((row) => [`${row.dataset}/${row.ref}`, `${row.branch}/${row.stratum}`]));
	const cell = ({ dataset, ref }: Check): string | undefined => cellOf.get(`${dataset}/${ref}`);
	const whole = strata.reduce((sum, { records }) => sum + records, 0);
	const counted = checks.filter((c) => c.counts && cell(c) !== undefined);
	return [...new Set(counted.map((c) => c.subject))].sort().map((subject) => {
		const own = counted.filter((c) => c.subject === subject);
		const failed = (of: Check[]): number => of.filter((c) => c.passed === 'no').length;
		let [weight, lost] = [0, 0];
		for (const { branch, stratum, records } of strata) {
			const of = own.filter((c) => cell(c) === `${branch}/${stratum}`);
			if (of.length === 0) continue;
			weight += records;
			lost += (failed(of) / of.length) * records;
		}
		return {
			subject,
			judged: own.length,
			failed: failed(own),
			weighted: own.length < FEWEST_JUDGED || weight === 0 ? null : lost / weight,
			covers: whole === 0 ? 0 : weight / whole
		};
	});
}
