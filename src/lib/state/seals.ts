import type { Row } from '../engine/engine';
import type { SealedRows } from '../engine/run';
import { lifeOf } from '../record/life';
import type { LogEvent } from '../record/event';
import type { Seal, SealedRow } from '../record/seal';
import type { Results } from './results';

/** The sealed months that stand, by month: the last revision of each that isn't reopened. */
export function standingSeals(seals: [key: string, text: string][], events: LogEvent[]): Map<string, Seal> {
	const texts = new Map(seals);
	const months = [...new Set(seals.map(([key]) => key.split('/')[0]!))].sort();
	return new Map(
		months.flatMap((month): [string, Seal][] => {
			const life = lifeOf(events, month);
			const text = life.state === 'sealed' && texts.get(`${month}/${String(life.revision)}`);
			return text ? [[month, JSON.parse(text) as Seal]] : [];
		})
	);
}

/** Results in which the rows of sealed months, and of periods that they closed, are those that were sealed. */
export function withSeals(computed: Results, seals: Map<string, Seal>): Results {
	if (seals.size === 0) return computed;
	const all = [...seals.values()];
	const sealed = (rows: Row[], column: 'month' | 'period', pick: (seal: Seal) => Row[]): Row[] => {
		const taken = all.flatMap(pick);
		const periods = new Set([...seals.keys(), ...taken.map((r) => r[column])]);
		const others = rows.filter((r) => !periods.has(r[column] as string));
		return [...others, ...taken].sort((a, b) =>
			String(a[column]) < String(b[column]) ? -1 : String(a[column]) > String(b[column]) ? 1 : 0
		);
	};
	return {
		...computed,
		units: sealed(computed.units, 'month', (s) => s.units),
		lines: sealed(computed.lines, 'month', (s) => s.lines),
		totals: sealed(computed.totals, 'month', (s) => s.totals),
		rankings: sealed(computed.rankings, 'period', (s) => s.rankings),
		awards: sealed(computed.awards, 'period', (s) => s.awards),
		followups: sealed(computed.followups, 'period', (s) => s.followups),
		rules: sealed(computed.rules, 'month', (s) => [
			{ month: s.month, policy: (s.policy as { policy: string }).policy }
		])
	};
}

/** What sealed months hold that later periods rest on. */
export function sealedRows(seals: Map<string, Seal>): SealedRows {
	const rows = (pick: (seal: Seal) => SealedRows['ranks']): SealedRows['ranks'] =>
		[...seals.values()].flatMap(pick);
	const text = (value: SealedRow[string] | undefined): string | null =>
		value === null || value === undefined ? null : String(value);
	return {
		ranks: rows((seal) => {
			const ranked = new Map(
				seal.rankings.map((r) => [`${String(r['period'])}/${String(r['unit_kind'])}/${String(r['unit'])}`, r])
			);
			const { month } = seal;
			const standing = (r: SealedRow | undefined): (number | boolean | null)[] =>
				r ? [Number(r['rank']), r['tied'] === true, Number(r['ranked_units'])] : [null, null, null];
			const ofMonth = seal.totals.map((t) => {
				const [kind, unit] = [String(t['unit_kind']), String(t['unit'])];
				const rank = ranked.get(`${month}/${kind}/${unit}`);
				return [month, month, kind, unit, text(t['scorecard']), text(t['total']), ...standing(rank)];
			});
			const closed = seal.rankings
				.filter((r) => r['period'] !== month)
				.map((r) => [
					month,
					text(r['period']),
					text(r['unit_kind']),
					text(r['unit']),
					text(r['scorecard']),
					text(r['total']),
					...standing(r)
				]);
			return [...ofMonth, ...closed];
		}),
		prizes: rows((seal) =>
			seal.awards.map((a) => [
				seal.month,
				text(a['period']),
				text(a['award']),
				text(a['unit_kind']),
				text(a['unit']),
				Number(a['rank']),
				text(a['amount'])
			])
		)
	};
}
