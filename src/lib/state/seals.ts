import type { Row } from '../engine/engine';
import { lifeOf } from '../record/steps';
import type { LogEvent } from '../record/event';
import type { Seal } from '../record/seal';
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

/** The totals of a sealed month as rows of `staging.sealed`. */
export const sealedTotals = (seal: Seal): (string | null)[][] =>
	seal.totals.map((t) =>
		['month', 'unit_kind', 'unit', 'scorecard', 'total', 'status'].map((column) =>
			t[column] === null || t[column] === undefined ? null : String(t[column])
		)
	);
