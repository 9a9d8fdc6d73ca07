import { rounded } from '../../language/decimal';
import { fromThousandths, rangesOf } from '../../policy/ranges';
import type { UnitMonth } from '../month-view';
import type { SheetFigure } from './figures';
import { isRounding, isScale, isExchanged, type DeviationCause } from './causes';
import { followsFrom, isPartOfTotal } from './follows';
import type { Beside, Explained, SheetCell } from './sheet-cell';

/** The one cause that is borne out by the sheet or by ours; the surest first. */
export function causeOf(cell: SheetCell, beside: Beside): Explained {
	const { typed, ours, decimals, figure } = cell;
	const own = (cause: DeviationCause, detail = ''): Explained => ({ cause, detail });
	if (ours === null) return null;
	const swap = isAlone(figure) ? swappedWith(cell, beside) : null;
	if (swap) return own('swapped', swap.name);
	if (figure.kind === 'count') return countCause(cell, beside);
	if (figure.kind === 'rank') return rankCause(cell, beside);
	const follows = followsFrom(cell, beside);
	if (follows) return follows;
	if (figure.id.endsWith('/points')) {
		const tier = tierCause(cell, beside);
		if (tier) return tier;
	}
	if (isRounding(typed.value, ours, decimals)) return own('rounding');
	if (isScale(typed.value, ours, decimals)) return own('scale');
	if (figure.kind === 'total') {
		const part = leftOut(cell);
		if (part) return own('part', part);
	}
	// one digit that is another may be anything: two that changed places are hardly chance
	if (isExchanged(typed.value.toFixed(decimals), rounded(ours, decimals))) return own('typing');
	if (figure.kind === 'total' && doesNotAdd(cell, beside)) return own('sum');
	return null;
}

/** Whether a figure is hardly another unit's by chance: counts and points of tiers are few. */
const isAlone = ({ id, kind }: SheetFigure): boolean =>
	kind === 'total' || kind === 'rate' || ['kpi_points', 'self', 'group'].includes(id);

/** Another unit whose figure this is, and that has this one's. */
function swappedWith({ typed, figure, unit, ours, decimals }: SheetCell, { all }: Beside): UnitMonth | null {
	const isOf = (value: number, text: string | null): boolean =>
		text !== null && Number(rounded(text, decimals)) === value;
	const other = all.find(
		(c) =>
			c.figure.id === figure.id &&
			c.unit.unit !== unit.unit &&
			c.differs &&
			isOf(typed.value, c.ours) &&
			isOf(c.typed.value, ours)
	);
	return other?.unit ?? null;
}

/** Two digits that changed places are at least nine apart: what is further is no few records. */
const FAR = 90;

/** Of a counted figure: what the other side of the line says beside it. */
function countCause({ typed, ours, figure, unit }: SheetCell, { at }: Beside): Explained {
	const by = Number((typed.value - Number(ours)).toFixed(6));
	const isDenominator = figure.id.endsWith('/denominator');
	const other = at.get(`${unit.unit}/${figure.line!}/${isDenominator ? 'numerator' : 'denominator'}`);
	const otherBy = other?.ours == null ? null : other.typed.value - Number(other.ours);
	const detail = `${by > 0 ? '+' : '−'}${String(Math.abs(by))}`;
	const rate = at.get(`${unit.unit}/${figure.line!}/value`);
	// a rate that is right beside it says that more was counted than was typed; without one only a far number does
	const isCopied = rate ? !rate.differs : Math.abs(by) >= FAR;
	if (isCopied && isExchanged(String(typed.value), String(Number(ours))))
		return { cause: 'typing', detail: '' };
	if (otherBy !== null && otherBy !== 0 && Math.sign(otherBy) === Math.sign(by) && by < 0)
		return { cause: 'missing', detail };
	if (isDenominator) return { cause: otherBy === null || otherBy === 0 ? 'denominator' : 'rows', detail };
	return { cause: 'rows', detail };
}

/** Points of another tier than ours: on a bound that of the tier beside. */
function tierCause({ typed, figure, unit, decimals }: SheetCell, { view, at }: Beside): Explained {
	const line = view.card.lines.find((l) => l.line === figure.line)!;
	const cell = unit.lines.find((l) => l.line === line.line)!;
	const beside = (part: string): SheetCell | undefined => at.get(`${unit.unit}/${line.line}/${part}`);
	/** The sheet has what the points come from, and it is ours. */
	const isSame = (...parts: string[]): boolean =>
		parts.every((part) => beside(part) !== undefined && !beside(part)!.differs);
	if (line.scoring === 'per_event' && line.deduction_each !== undefined) {
		const events = (Number(line.weight) - typed.value) / Number(line.deduction_each);
		return !isSame('numerator') && Number.isInteger(Number(events.toFixed(6))) && events >= 0
			? { cause: 'rows', detail: `${String(Math.round(events))} ≠ ${cell.numerator}` }
			: null;
	}
	if (!['tiered_rate', 'tiered_count'].includes(line.scoring)) return null;
	const ranges = rangesOf(view.policy, line);
	const given = ranges.findIndex(
		(range) =>
			Number(rounded(String(Number(line.weight) - fromThousandths(range.deduction)), decimals)) ===
			typed.value
	);
	if (given < 0) return null;
	const value = Number(cell.value ?? 0) * (line.scoring === 'tiered_rate' ? 100 : 1);
	const bounds = [ranges[given]!.lower, ranges[given]!.upper];
	const onBound = bounds.some((bound) => bound !== null && Math.abs(fromThousandths(bound) - value) < 1e-6);
	if (onBound) return { cause: 'edge', detail: String(given + 1) };
	// points alone don't say that the rate was ours
	const isTier = isSame('value') || isSame('numerator', 'denominator');
	return isTier ? { cause: 'tier', detail: String(given + 1) } : null;
}

/** A part that a total leaves out: without it the total is what the sheet says. */
function leftOut({ typed, unit, decimals }: SheetCell): string | null {
	const total = Number(unit.total);
	const parts: [string, number][] = [
		['merits', -Number(unit.merits)],
		['criticism', Number(unit.criticism)],
		['audit', Number(unit.audit)]
	];
	const by = (change: number): boolean =>
		change !== 0 && Number(rounded((total + change).toFixed(9), decimals)) === typed.value;
	const one = parts.filter(([, change]) => by(change));
	if (one.length === 1) return one[0]![0];
	return by(parts.reduce((sum, [, change]) => sum + change, 0)) ? 'ledger' : null;
}

/** Whether the sheet has all parts as ours are, and another total. */
const doesNotAdd = ({ unit }: SheetCell, { at }: Beside): boolean => {
	const parts = [...at.values()].filter((c) => c.unit.unit === unit.unit && isPartOfTotal(c.figure));
	return parts.length > 0 && parts.every((c) => !c.differs);
};

function rankCause({ typed, unit, ours }: SheetCell, { at, all, view }: Beside): Explained {
	const totals = all.filter((c) => c.figure.id === 'total');
	const own = at.get(`${unit.unit}/total`);
	if (own && totals.some((c) => c.differs)) {
		const rank = 1 + totals.filter((c) => c.typed.value > own.typed.value).length;
		if (rank === typed.value) return { cause: 'follows', detail: own.figure.title };
	}
	const alike = view.units.filter((u) => u.rank === unit.rank).length;
	const within = typed.value >= Number(ours) && typed.value < Number(ours) + alike;
	if (alike > 1 && within) return { cause: 'tie', detail: '' };
	// after a tie the next place is counted on, or not
	const counted = 1 + view.units.filter((u) => u.rank !== null && u.rank < Number(ours)).length;
	if (typed.value === counted && counted !== Number(ours)) return { cause: 'tie', detail: '' };
	const dense =
		new Set(view.units.filter((u) => u.rank !== null && u.rank < Number(ours)).map((u) => u.rank)).size + 1;
	if (typed.value === dense && dense !== Number(ours)) return { cause: 'tie', detail: '' };
	return null;
}
