import { holds, thousandths, type Range } from './ranges';
import type { PolicyLine } from './schema';
import type { Measure } from '../sql/measures';

/** A stretch of possible values: a point, or the open interval between two points. */
interface Cell {
	from: number;
	to: number;
	at: number;
}

type Fault = 'tier_gap' | 'tier_overlap' | 'edge_ambiguous' | 'unreachable_tier';

const FULL = 100_000;
const ONE = 1000;

/** Where the ranges of a line leave a possible value without a tier, give it two, or hold none; each fault with the values it touches. */
export function tierFaults(ranges: Range[], measure: Measure): Map<Fault, string[]> {
	const cells = cellsOf(ranges, measure);
	const runs: { fault: Fault; tiers: string; end: number; cells: Cell[] }[] = [];
	cells.forEach((cell, i) => {
		const { fault, tiers } = faultAt(ranges, cell);
		if (!fault) return;
		const before = runs.at(-1);
		if (before?.end === i && before.fault === fault && before.tiers === tiers) {
			before.cells.push(cell);
			before.end++;
		} else runs.push({ fault, tiers, end: i + 1, cells: [cell] });
	});
	const faults = new Map<Fault, string[]>();
	const add = (fault: Fault, what: string): void =>
		void faults.set(fault, [...(faults.get(fault) ?? []), what]);
	const endless = measure.kind === 'count' || measure.over_full === true;
	for (const run of runs) {
		const values = spell(run.cells, endless && run.cells.at(-1) === cells.at(-1));
		add(run.fault, run.fault === 'tier_overlap' ? `${run.tiers}: ${values}` : values);
	}
	ranges.forEach((range, i) => {
		if (!cells.some((cell) => holds(range, cell.at) !== 'out')) add('unreachable_tier', String(i + 1));
	});
	return faults;
}

function faultAt(ranges: Range[], { from, to, at }: Cell): { fault: Fault | null; tiers: string } {
	const inside = ranges.flatMap((range, i) => (holds(range, at) === 'out' ? [] : [i]));
	const onEdge = inside.filter((i) => from === to && [ranges[i]!.lower, ranges[i]!.upper].includes(at));
	const tiers = inside.map((i) => String(i + 1)).join('/');
	if (inside.length === 0) return { fault: 'tier_gap', tiers };
	if (onEdge.length > 1) return { fault: 'edge_ambiguous', tiers: `${tiers} ${String(at)}` };
	return { fault: inside.length > 1 ? 'tier_overlap' : null, tiers };
}

/** Every bound that is a possible value, the ends of what is possible, and the stretches between. */
function cellsOf(ranges: Range[], measure: Measure): Cell[] {
	const bounds = ranges.flatMap((r) => [r.lower, r.upper]).filter((b): b is number => b !== null && b >= 0);
	if (measure.kind === 'count') {
		const near = bounds.flatMap((b) => [-ONE, 0, ONE].map((step) => Math.floor(b / ONE) * ONE + step));
		const whole = [...new Set([0, ...near, Math.max(0, ...near) + ONE])].filter((v) => v >= 0);
		return whole.sort((a, b) => a - b).map((at) => ({ from: at, to: at, at }));
	}
	const top = measure.over_full ? Math.max(FULL, ...bounds) * 2 : FULL;
	const points = [...new Set([0, top, ...bounds.filter((b) => b <= top)])].sort((a, b) => a - b);
	return points.flatMap((at, i) => {
		const next = points[i + 1];
		const point = { from: at, to: at, at };
		return next === undefined ? [point] : [point, { from: at, to: next, at: (at + next) / 2 }];
	});
}

const plain = (value: number): string => String(value / ONE);

/** A stretch of cells: `5`, `(95, 100)`, `[0, 75)`, `> 100` where it goes on for ever. */
function spell(run: Cell[], open: boolean): string {
	const [first, last] = [run[0]!, run.at(-1)!];
	const [low, high] = [first.from === first.to, last.from === last.to];
	if (open) return `${low ? '≥' : '>'} ${plain(first.from)}`;
	if (first.from === last.to) return plain(first.from);
	return `${low ? '[' : '('}${plain(first.from)}, ${plain(last.to)}${high ? ']' : ')'}`;
}

/** Pairs of tiers that pay the same. */
export function sameDeductions(ranges: Range[]): string[] {
	return ranges.flatMap((range, i) =>
		ranges
			.slice(0, i)
			.flatMap((other, j) =>
				other.deduction === range.deduction
					? [`${String(j + 1)}/${String(i + 1)} −${plain(range.deduction)}`]
					: []
			)
	);
}

/** Deductions beyond the line's weight. */
export function beyondWeight(ranges: Range[], line: PolicyLine): string[] {
	const weight = thousandths(line.weight);
	const all = [
		...ranges.map((r) => r.deduction),
		...(line.deduction_each ? [thousandths(line.deduction_each)] : [])
	];
	return all.filter((deduction) => deduction > weight).map((deduction) => `−${plain(deduction)}`);
}

/** True where of two tiers apart from each other the one that the measure calls better costs more. */
export function againstDirection(ranges: Range[], { direction }: Measure): boolean {
	return ranges.some((low) =>
		ranges.some((high) => {
			const apart = low !== high && low.upper !== null && high.lower !== null && low.upper <= high.lower;
			if (!apart) return false;
			return direction === 'higher' ? high.deduction > low.deduction : low.deduction > high.deduction;
		})
	);
}
