import { rounded } from '../../language/decimal';
import { fromThousandths, holds, rangesOf, thousandths } from '../../policy/ranges';
import { policyLine, type UnitMonth } from '../month-view';
import type { SheetFigure } from './figures';
import type { Beside, Explained, SheetCell } from './sheet-cell';

/** What follows from a figure of the sheet that differs itself: a rate from its counts, points from their rate, a total from its parts. */
export function followsFrom({ typed, figure, unit, decimals }: SheetCell, { at, view }: Beside): Explained {
	const cell = (id: string): SheetCell | undefined => at.get(`${unit.unit}/${id}`);
	const is = (value: number): boolean => Number(rounded(value.toFixed(9), decimals)) === typed.value;
	const found = (from: SheetCell): Explained => ({ cause: 'follows', detail: from.figure.title });
	if (figure.kind === 'rate') {
		const up = cell(`${figure.line!}/numerator`);
		const down = cell(`${figure.line!}/denominator`);
		const off = [up, down].find((c) => c?.differs);
		if (!off) return null;
		const own = unit.lines.find((l) => l.line === figure.line);
		// what the sheet doesn't have is as we have it
		const n = up?.typed.value ?? Number(own?.numerator ?? 0);
		const d = down?.typed.value ?? Number(own?.denominator ?? 0);
		const rate = d === 0 ? 0 : n / d;
		return [rate, rate * 100, 1 - rate, 100 - rate * 100].some(is) ? found(off) : null;
	}
	if (figure.id.endsWith('/points')) {
		const inputs = ['value', 'numerator', 'denominator'].flatMap(
			(part) => cell(`${figure.line!}/${part}`) ?? []
		);
		const off = inputs.find((c) => c.differs);
		return off && partOf(view, figure.line!, inputs, is) ? found(off) : null;
	}
	if (figure.kind !== 'total') return null;
	const parts = [...at.values()].filter(
		(c) => c.unit.unit === unit.unit && c.differs && isPartOfTotal(c.figure)
	);
	return parts.length > 0 && is(totalBy(unit, parts, view)) ? found(parts[0]!) : null;
}

/** Whether a figure is one that totals are made of. */
export const isPartOfTotal = ({ id }: SheetFigure): boolean =>
	id.endsWith('/points') || ['kpi_points', 'self', 'group', 'merits', 'criticism', 'audit'].includes(id);

/** Our total with some parts as the sheet has them. */
function totalBy(unit: UnitMonth, parts: SheetCell[], { policy, card }: Beside['view']): number {
	const said = (id: string, ours: string | null): number =>
		parts.find((c) => c.figure.id === id)?.typed.value ?? Number(ours ?? 0);
	const change = parts
		.filter((c) => c.figure.id.endsWith('/points'))
		.reduce((sum, c) => sum + c.typed.value - Number(c.ours), 0);
	const kpi =
		said('kpi_points', unit.kpi_points) + (parts.some((c) => c.figure.id === 'kpi_points') ? 0 : change);
	const raters = [
		['self', unit.self, said('self', unit.self)],
		['leader', unit.leader, unit.leader === unit.kpi_points ? kpi : Number(unit.leader ?? 0)],
		['group', unit.group, said('group', unit.group)]
	] as const;
	const weighed = raters.map(([rater, given, value]) => {
		const isIn = card.blended ? given !== null : rater === 'leader';
		return { value, weight: isIn ? Number(policy.raters.find((r) => r.rater === rater)?.weight ?? 0) : 0 };
	});
	const all = weighed.reduce((sum, { weight }) => sum + weight, 0);
	const blend = all === 0 ? 0 : weighed.reduce((sum, { value, weight }) => sum + value * weight, 0) / all;
	return blend + said('merits', unit.merits) - said('criticism', unit.criticism) - said('audit', unit.audit);
}

/** Whether a line's points follow from the figures that a sheet has of it. */
function partOf(
	view: Beside['view'],
	line: string,
	inputs: { figure: SheetFigure; typed: { value: number; percent: boolean } }[],
	is: (points: number) => boolean
): boolean {
	const rule = policyLine(view, line);
	const weight = Number(rule.weight);
	const said = (part: string): number | null =>
		inputs.find(({ figure }) => figure.id.endsWith(`/${part}`))?.typed.value ?? null;
	const [n, d, rate] = [said('numerator'), said('denominator'), said('value')];
	if (rule.scoring === 'per_event')
		return n !== null && is(Math.max(0, weight - n * Number(rule.deduction_each)));
	if (rule.scoring !== 'tiered_rate' && rule.scoring !== 'tiered_count') return false;
	const shown = (value: number): number => (rule.complement ? 100 - value : value);
	const values =
		rule.scoring === 'tiered_count'
			? [n]
			: [
					n !== null && d !== null && d > 0 ? (100 * n) / d : null,
					...(rate === null ? [] : [shown(rate), shown(rate * 100)])
				];
	return values.some((value) => {
		if (value === null) return false;
		const at = thousandths(value.toFixed(3));
		const range = rangesOf(view.policy, rule).find((r) => holds(r, at) !== 'out');
		return range !== undefined && is(weight - fromThousandths(range.deduction));
	});
}
