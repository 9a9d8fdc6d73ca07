import { monthsOf, monthsOfSpan } from '../calendar/period';
import { underOneName } from '../compute/former-names';
import { unitNames } from '../compute/names';
import { rowsOf, unitRows } from '../compute/rows-of';
import { meanOf, sumOf } from '../language/decimal';
import type { Text } from '../language/text';
import { paidKind } from '../policy/in-force';
import type { Policy } from '../policy/schema';
import type { AwardRow, RankingRow, Results } from '../sql/rows';
import type { UnitKind } from './filters';

/** A month of a unit's year; null total where it is incomplete, null rank where it wasn't ranked. */
export interface YearMonth {
	month: string;
	total: string | null;
	rank: number | null;
	rankedUnits: number;
}

/** What a year of a unit came to. */
export interface UnitYear {
	year: string;
	/** Its twelve months; null where the unit wasn't there. */
	months: (YearMonth | null)[];
	/** Months that count, and those in which it was there and wasn't ranked. */
	counted: number;
	missing: string[];
	mean: string | null;
	/** The sum, where the year is read so. */
	sum: string | null;
	rank: number | null;
	rankedUnits: number;
	/** Quarters or spans in which it was ranked. */
	quarters: RankingRow[];
	/** The prizes that it won, and what they come to in yuan. */
	prizes: AwardRow[];
	paid: string;
	best: YearMonth | null;
	worst: YearMonth | null;
}

/** A line over the years: its mean points in the months that count, as of the weight that it had last there; null where it had none. */
export interface LineYears {
	line: string;
	title: Text;
	/** With what the line was called last in the year. */
	years: ({ points: string; weight: string; months: number; title: Text } | null)[];
}

/** Months without a break in which a unit had one branch, post and scorecard. */
export interface Spell {
	from: string;
	to: string;
	branch: string | null;
	post: string | null;
	scorecard: string;
}

/** The years of one unit beside each other, the latest first. */
export interface UnitYears {
	unit: string;
	name: string;
	years: UnitYear[];
	lines: LineYears[];
	spells: Spell[];
}

type Source = Pick<Results, 'units' | 'totals' | 'rankings' | 'years' | 'awards' | 'lines' | 'rules'>;

/** Places that mean points are told with. */
const PLACES = 2;

/** A person's or a branch's years side by side: totals, ranks, prizes, lines, posts held and moves (L166); null where no month names it. */
export function unitYears(
	all: Results,
	policyIn: (month: string) => Policy,
	kind: UnitKind,
	unit: string,
	/** Units as computed: a sealed month names no posts. */
	posts = all.units
): UnitYears | null {
	const results = underOneName(all, kind, unit, posts);
	const totals = results.totals.filter((t) => t.unit_kind === kind && t.unit === unit);
	if (totals.length === 0) return null;
	const years = [...new Set(totals.map(({ month }) => month.slice(0, 4)))].sort().reverse();
	return {
		unit,
		name: unitNames(all).get(`${kind}/${unit}`) ?? unit,
		years: years.map((year) => yearOf(results, policyIn, kind, unit, year)),
		lines: linesOf(results, policyIn, kind, unit, years),
		spells: spellsOf(results, kind, unit)
	};
}

/** The year that a period belongs to: a span that it ends in. */
const yearIn = (period: string): string => (period.split('~').at(-1) ?? period).slice(0, 4);

const isMonth = (period: string): boolean => /^\d{4}-\d{2}$/.test(period);

function yearOf(
	results: Source,
	policyIn: (month: string) => Policy,
	kind: UnitKind,
	unit: string,
	year: string
): UnitYear {
	const months = monthsOf(year).map((month): YearMonth | null => {
		const [total] = unitRows(results.totals, month, kind, unit);
		if (!total) return null;
		const [ranked] = unitRows(results.rankings, month, kind, unit);
		return {
			month,
			total: total.total,
			rank: ranked?.rank ?? null,
			rankedUnits: ranked?.ranked_units ?? 0
		};
	});
	const [league] = unitRows(results.years, year, kind, unit);
	const scored = months.filter((m): m is YearMonth => m?.total != null && m.rank !== null);
	const by = (sign: 1 | -1): YearMonth | null =>
		scored.reduce<YearMonth | null>(
			(best, m) => (best === null || sign * (Number(m.total) - Number(best.total)) > 0 ? m : best),
			null
		);
	const paid = results.awards.filter(
		(a) =>
			a.unit_kind === kind &&
			a.unit === unit &&
			yearIn(a.period) === year &&
			paidKind(policyIn(monthsOfSpan(a.period).at(-1)!)) === kind
	);
	return {
		year,
		months,
		counted: league?.months ?? 0,
		missing: (league?.missing ?? '').split(';').filter(Boolean),
		mean: league?.mean ?? null,
		sum: league?.sum ?? null,
		rank: league?.rank ?? null,
		rankedUnits: league
			? rowsOf(results.years, year, kind).filter((y) => y.scorecard === league.scorecard).length
			: 0,
		quarters: results.rankings.filter(
			(r) => r.unit_kind === kind && r.unit === unit && !isMonth(r.period) && yearIn(r.period) === year
		),
		prizes: paid,
		paid: sumOf(['0', ...paid.map((a) => a.amount)]),
		best: by(1),
		worst: by(-1)
	};
}

function linesOf(
	results: Source,
	policyIn: (month: string) => Policy,
	kind: UnitKind,
	unit: string,
	years: string[]
): LineYears[] {
	const own = results.lines.filter((l) => l.unit_kind === kind && l.unit === unit && l.points !== null);
	const titles = new Map<string, Text>();
	const titleIn = (month: string, scorecard: string, line: string): Text | undefined =>
		policyIn(month)
			.scorecards.find((c) => c.scorecard === scorecard)
			?.lines.find((l) => l.line === line)?.title;
	const inOrder = [...own].sort((a, b) => (a.month < b.month ? -1 : a.month > b.month ? 1 : 0));
	for (const { month, scorecard, line } of inOrder) {
		const title = titleIn(month, scorecard, line);
		if (title) titles.set(line, title);
	}
	const last = inOrder.at(-1);
	const card = last && policyIn(last.month).scorecards.find((c) => c.scorecard === last.scorecard);
	/** Lines of the latest card in its order, then those that it has no more. */
	const placeOf = (line: string): number => {
		const at = card?.lines.findIndex((l) => l.line === line) ?? -1;
		return at < 0 ? Infinity : at;
	};
	const sorted = [...titles].sort(([a], [b]) => placeOf(a) - placeOf(b) || 0);
	return sorted.map(([line, title]): LineYears => ({
		line,
		title,
		years: years.map((year) => {
			const rows = inOrder.filter(
				(l) =>
					l.line === line &&
					l.month.startsWith(year) &&
					unitRows(results.rankings, l.month, kind, unit).length > 0
			);
			const latest = rows.at(-1);
			if (!latest) return null;
			const { weight } = latest;
			const points = rows.map((l) => (l.weight === weight ? l.points! : scaled(l.points!, l.weight, weight)));
			return {
				points: meanOf(points, PLACES),
				weight,
				months: points.length,
				title: titleIn(latest.month, latest.scorecard, line) ?? title
			};
		})
	}));
}

/** Points of another weight, as they would be of this one. */
const scaled = (points: string, weight: string, to: string): string =>
	Number(weight) === 0 ? '0' : ((Number(points) / Number(weight)) * Number(to)).toFixed(6);

function spellsOf(results: Source, kind: UnitKind, unit: string): Spell[] {
	const rows = results.units
		.filter((u) => u.unit_kind === kind && u.unit === unit)
		.sort((a, b) => (a.month < b.month ? -1 : 1));
	const withData = results.rules.map((rule) => rule.month).sort();
	const spells: Spell[] = [];
	for (const { month, branch, post } of rows) {
		const scorecard = unitRows(results.totals, month, kind, unit)[0]?.scorecard ?? '';
		const last = spells.at(-1);
		const isNext = last !== undefined && withData.indexOf(month) === withData.indexOf(last.to) + 1;
		const isSame = last?.branch === branch && last.post === post && last.scorecard === scorecard;
		if (last && isSame && isNext) last.to = month;
		else spells.push({ from: month, to: month, branch, post, scorecard });
	}
	return spells.reverse();
}
