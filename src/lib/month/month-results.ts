import { shifted } from '../language/decimal';
import { canonical } from '../record/canonical';
import { sha256 } from '../intake/hash';
import type { SealedResults } from '../record/seal';
import type { Results } from '../sql/rows';
import { periodOf } from '../calendar/period';

/** What a month's document holds of the results: its own rows, and those of the periods that end with it. */
export type MonthResults = SealedResults;

/** True for a period that a month closes: itself, its quarter if it is the last month, a rolling span that ends with it. */
const closes = (month: string, period: string): boolean =>
	period === month ||
	period.endsWith(`~${month}`) ||
	(Number(month.slice(5)) % 3 === 0 && period === periodOf(month, 'quarter'));

/** The results of a month, in the order in which they were read. */
export function monthResults(results: Results, month: string): MonthResults {
	const of = <Of extends { month: string }>(rows: Of[]): Of[] => rows.filter((r) => r.month === month);
	const ending = <Of extends { period: string }>(rows: Of[]): Of[] =>
		rows.filter((r) => closes(month, r.period));
	return {
		units: of(results.units).map(({ post: _, ...unit }) => unit),
		lines: of(results.lines),
		totals: of(results.totals),
		rankings: ending(results.rankings),
		awards: ending(results.awards),
		followups: ending(results.followups)
	};
}

/** SHA-256 of a month's results: the same results give the same hash, wherever they were computed. */
export const resultsHash = (results: MonthResults): Promise<string> => sha256(canonical(results));

/** Scores and ranks that differ between two results of a month, and yuan more (or fewer) to pay. */
export interface MonthDifference {
	scores: number;
	ranks: number;
	/** Yuan. */
	pay: number;
	units: {
		unitKind: string;
		unit: string;
		total: [before: string | null, after: string | null];
		rank: [before: number | null, after: number | null];
		pay: [before: number, after: number];
	}[];
}

/** What changed from one state of a month to another, unit by unit, largest pay first. */
export function monthDifference(
	month: string,
	before: MonthResults,
	after: MonthResults,
	/** The kind of unit that is paid by each. */
	paid: [before: string, after: string]
): MonthDifference {
	const units = new Map<string, MonthDifference['units'][number]>();
	const at = (row: { unit_kind: string; unit: string }) => {
		const key = `${row.unit_kind}/${row.unit}`;
		const found: MonthDifference['units'][number] = units.get(key) ?? {
			unitKind: row.unit_kind,
			unit: row.unit,
			total: [null, null],
			rank: [null, null],
			pay: [0, 0]
		};
		units.set(key, found);
		return found;
	};
	for (const i of [0, 1] as const) {
		const side = i === 0 ? before : after;
		for (const row of side.totals) at(row).total[i] = row.total;
		for (const row of side.rankings) if (row.period === month) at(row).rank[i] = row.rank;
		for (const row of side.awards.filter((a) => a.unit_kind === paid[i]))
			at(row).pay[i] += Number(shifted(row.amount, 3));
	}
	const list = [...units.values()]
		.map((u): typeof u => ({ ...u, pay: [u.pay[0] / 1000, u.pay[1] / 1000] }))
		.filter((u) => u.total[0] !== u.total[1] || u.rank[0] !== u.rank[1] || u.pay[0] !== u.pay[1]);
	const size = (u: (typeof list)[number]): number => Math.abs(u.pay[1] - u.pay[0]);
	list.sort((a, b) => size(b) - size(a) || (a.unit < b.unit ? -1 : 1));
	return {
		scores: list.filter((u) => u.total[0] !== u.total[1]).length,
		ranks: list.filter((u) => u.rank[0] !== u.rank[1]).length,
		pay: list.reduce((sum, u) => sum + u.pay[1] - u.pay[0], 0),
		units: list
	};
}
