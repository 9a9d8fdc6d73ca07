import type { LineRow, NextRow, RankingRow, UnrankedRow, TotalRow } from '../sql/rows';
import type { Decimal } from '../language/decimal';
import { pointsOf } from '../language/numbers';
import { wilson } from '../compute/interval';
import { caseSize } from '../policy/case-size';
import { MEASURES } from '../sql/measures';
import type { Policy, PolicyLine, Scorecard } from '../policy/schema';
import { unitNames } from '../compute/names';
import type { Results } from '../sql/rows';
import type { UnitKind } from './filters';
import { shifted } from '../calendar/period';
import { byUnit, rowsOf, unitRows } from '../compute/rows-of';

/** One line of one unit, numbers as the text that was computed; `lone_tier` is the tier that one bad event alone would mean, above 2 the tiers between are out of reach. */
export type LineCell = Omit<LineRow, 'month' | 'unit_kind' | 'unit' | 'scorecard'> &
	Pick<NextRow, 'next_tier' | 'needed' | 'gain' | 'lone_tier'>;

/** One unit in one month. */
export interface UnitMonth extends Omit<TotalRow, 'unit_kind' | 'missing'> {
	name: string;
	branch: string | null;
	missing: string[];
	rank: number | null;
	tied: boolean;
	rankedUnits: number;
	/** Why the rules rank it not, where it has a total. */
	unranked: UnrankedRow[];
	previousRank: number | null;
	/** How many were ranked then. */
	previousRanked: number | null;
	previousTotal: string | null;
	lines: LineCell[];
}

/** A month of one kind of unit, in the order of the ranks, those without one last. */
export interface MonthView {
	month: string;
	policy: Policy;
	card: Scorecard;
	/** The scorecards that units of the kind have in the month. */
	cards: Scorecard[];
	units: UnitMonth[];
}

/** Everything that the screens show of a month. */
export function monthView(
	results: Results,
	policy: Policy,
	month: string,
	kind: UnitKind,
	scorecard: string | null = null
): MonthView {
	const all = rowsOf(results.totals, month, kind);
	const cards = policy.scorecards.filter((c) => all.some((t) => t.scorecard === c.scorecard));
	const card = cards.find((c) => c.scorecard === scorecard) ?? cards[0] ?? policy.scorecards[0]!;
	const order = new Map(card.lines.map((l, i) => [l.line, i]));
	const cells = byUnit(results.lines, month, kind);
	const nexts = byUnit(results.nexts, month, kind);
	const ranks = byUnit(results.rankings, month, kind);
	const reasons = byUnit(results.unranked, month, kind);
	const earlier = shifted(month, -1);
	/** A rank among those of another card is no rank before. */
	const rankedBefore = (unit: string): RankingRow | undefined =>
		unitRows(results.rankings, earlier, kind, unit).find((r) => r.scorecard === card.scorecard);
	const names = unitNames(results);
	const units = all
		.filter((t) => t.scorecard === card.scorecard)
		.map((total): UnitMonth => {
			const unit = total.unit;
			const rank = ranks.get(unit)?.[0];
			const before = rankedBefore(unit);
			const lines = (cells.get(unit) ?? []).map((cell): LineCell => {
				const next = nexts.get(unit)?.find((n) => n.line === cell.line);
				return {
					next_tier: null,
					needed: null,
					gain: null,
					lone_tier: null,
					...next,
					...cell
				};
			});
			return {
				...total,
				name: names.get(`${kind}/${unit}`) ?? unit,
				branch: unitRows(results.units, month, kind, unit)[0]?.branch ?? null,
				missing: total.missing.split(';').filter(Boolean),
				rank: rank ? rank.rank : null,
				tied: rank?.tied === true,
				rankedUnits: rank?.ranked_units ?? ranks.size,
				unranked: rank || total.total === null ? [] : (reasons.get(unit) ?? []),
				previousRank: before?.rank ?? null,
				previousRanked: before ? before.ranked_units : null,
				previousTotal: before?.total ?? null,
				lines: lines.sort((a, b) => (order.get(a.line) ?? 0) - (order.get(b.line) ?? 0))
			};
		});
	units.sort((a, b) => (a.rank ?? Infinity) - (b.rank ?? Infinity) || (a.unit < b.unit ? -1 : 1));
	return { month, policy, card, cards, units };
}

/** The title of a line by the card shown, else by another version's cards, else its id: a line may have come or gone. */
export function lineTitle(view: MonthView, line: string, other: Policy): PolicyLine['title'] {
	const cards = [view.card, ...other.scorecards];
	const found = cards.flatMap((c) => c.lines).find((l) => l.line === line);
	return found?.title ?? { zh: line, en: line };
}

/** The policy's line of that id, with what kind of measure it scores, what one case adds to it, and where its tiers meet, in per cent or events. */
export function policyLine(
	view: MonthView,
	line: string
): PolicyLine & { kind: string; size: number; complement: boolean; beside: boolean; marks: string[] } {
	const found = view.card.lines.find((l) => l.line === line)!;
	const { kind, complement = false, beside = false } = MEASURES[found.measure]!;
	const listed = (found.tiers ?? []).flatMap(({ lower, upper }) => [lower, upper]);
	const marks = (found.bounds ?? listed).filter((b) => b !== undefined);
	return { ...found, kind, complement, beside, marks, size: caseSize(found.measure, view.policy) };
}

/** How the points of each line are written: with the decimals that any unit needs. */
export const lineForms = ({ card, units }: MonthView): Map<string, (points: Decimal) => string> =>
	new Map(
		card.lines.map(({ line }) => [
			line,
			pointsOf(units.map((u) => u.lines.find((l) => l.line === line)?.points ?? null))
		])
	);

/** Where a line's rate lies with 95 % certainty, in parts per one; null where it is no share of cases. */
export function spanOf(view: MonthView, cell: LineCell): [low: number, high: number] | null {
	const { measure } = policyLine(view, cell.line);
	const { kind, over_full, complement } = MEASURES[measure]!;
	if (cell.status !== 'ok' || kind !== 'share' || over_full || caseSize(measure, view.policy) > 1)
		return null;
	const [good, all] = [Number(cell.numerator), Number(cell.denominator)];
	return wilson(complement ? all - good : good, all);
}

/** A rate of so few cases that tiers are out of reach: one case alone would skip some. */
export const skipsTiers = (cell: LineCell): boolean => cell.status === 'ok' && (cell.lone_tier ?? 0) > 2;

/** A rate of so few cases that one alone falls to the last tiers; flagged beside the unit's name. */
export const isSmall = (cell: LineCell): boolean => cell.status === 'ok' && (cell.lone_tier ?? 0) > 3;
