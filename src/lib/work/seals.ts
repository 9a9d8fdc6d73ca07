import type { SealedRows } from '../compute/inputs';
import { lifeOf } from '../record/life';
import type { LogEvent } from '../record/event';
import type { RankingRow } from '../sql/rows';
import { readSeal, type Seal } from '../record/seal';
import type { Results } from '../sql/rows';

/** The sealed months that stand, by month: the last revision of each that isn't reopened. */
export function standingSeals(seals: [key: string, text: string][], events: LogEvent[]): Map<string, Seal> {
	const texts = new Map(seals);
	const months = [...new Set(seals.map(([key]) => key.split('/')[0]!))].sort();
	return new Map(
		months.flatMap((month): [string, Seal][] => {
			const life = lifeOf(events, month);
			const text = life.state === 'sealed' && texts.get(`${month}/${String(life.revision)}`);
			return text ? [[month, readSeal(text)]] : [];
		})
	);
}

/** Results in which the rows of sealed months, and of periods that they closed, are those that were sealed. */
export function withSeals(computed: Results, seals: Map<string, Seal>): Results {
	if (seals.size === 0) return computed;
	const all = [...seals.values()];
	const sealed = <Of extends { month: string } | { period: string }>(
		rows: Of[],
		pick: (seal: Seal) => Of[]
	): Of[] => {
		const at = (row: Of): string => ('month' in row ? row.month : row.period);
		const taken = all.flatMap(pick);
		const periods = new Set([...seals.keys(), ...taken.map(at)]);
		const others = rows.filter((r) => !periods.has(at(r)));
		return [...others, ...taken].sort((a, b) => (at(a) < at(b) ? -1 : at(a) > at(b) ? 1 : 0));
	};
	return {
		...computed,
		units: sealed(computed.units, (s) => s.units.map((u) => ({ ...u, post: null }))),
		lines: sealed(computed.lines, (s) => s.lines),
		totals: sealed(computed.totals, (s) => s.totals),
		rankings: sealed(computed.rankings, (s) => s.rankings),
		awards: sealed(computed.awards, (s) => s.awards),
		followups: sealed(computed.followups, (s) => s.followups),
		rules: sealed(computed.rules, (s) => [{ month: s.month, policy: s.policy.policy }])
	};
}

/** What sealed months hold that later periods rest on. */
export function sealedRows(seals: Map<string, Seal>): SealedRows {
	const rows = (pick: (seal: Seal) => SealedRows['ranks']): SealedRows['ranks'] =>
		[...seals.values()].flatMap(pick);
	return {
		ranks: rows((seal) => {
			const ranked = new Map(seal.rankings.map((r) => [`${r.period}/${r.unit_kind}/${r.unit}`, r]));
			const { month } = seal;
			const standing = (r: RankingRow | undefined): (number | boolean | null)[] =>
				r ? [r.rank, r.tied, r.ranked_units] : [null, null, null];
			const ofMonth = seal.totals.map((t) => {
				const { unit_kind: kind, unit } = t;
				const rank = ranked.get(`${month}/${kind}/${unit}`);
				return [month, month, kind, unit, t.scorecard, t.total, ...standing(rank)];
			});
			const closed = seal.rankings
				.filter((r) => r.period !== month)
				.map((r) => [month, r.period, r.unit_kind, r.unit, r.scorecard, r.total, ...standing(r)]);
			return [...ofMonth, ...closed];
		}),
		prizes: rows((seal) =>
			seal.awards.map((a) => [seal.month, a.period, a.award, a.unit_kind, a.unit, a.rank, a.amount])
		)
	};
}
