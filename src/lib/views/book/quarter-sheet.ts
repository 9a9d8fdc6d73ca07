import { monthsOfSpan } from '../../calendar/period';
import { unitNames } from '../../compute/names';
import { rowsOf, unitRows } from '../../compute/rows-of';
import { meanOf } from '../../language/decimal';
import { message, type MessageKey } from '../../language/messages';
import type { Lang } from '../../language/text';
import { paidKind } from '../../policy/in-force';
import { chosen, type Policy } from '../../policy/schema';
import { address, type BookCell, type BookSheet } from '../../sheets/workbook';
import type { RankingRow, Results } from '../../sql/rows';
import type { UnitKind } from '../filters';
import { periodIn } from '../period-in';
import { rankFormula } from './rank-formula';
import type { RulesSheet } from './rules-sheet';
import type { ScoresSheet } from './scores-sheet';

interface Quarter {
	results: Results;
	/** `YYYYQn`, or the span of months that is ranked. */
	period: string;
	kind: UnitKind;
	scorecard: string;
	/** The version of its last month, whose rules hold. */
	policy: Policy;
	rules: RulesSheet;
	/** By month. */
	scores: Map<string, ScoresSheet>;
	name: string;
}

const MONEY = '#,##0.00;-#,##0.00;""';

/** A quarter's ranks and prizes: totals of its months as references, mean, rank and prize as formulas (L163). */
export function quarterSheet(lang: Lang, quarter: Quarter): BookSheet {
	const { results, period, policy, kind, scorecard, name, rules } = quarter;
	const t = (key: MessageKey, fill?: Record<string, string>): string => message(lang, key, fill);
	const prizes = paidKind(policy) === kind ? rules.prizes.filter((p) => p.scorecard === scorecard) : [];
	const card = policy.scorecards.find((c) => c.scorecard === scorecard)?.title[lang] ?? scorecard;
	const title = `${t('book.quarter', { period })} · ${card}`;
	const months = monthsOfSpan(period);
	const heads = [
		...[t('book.order'), t('book.code'), t('book.unit')],
		...months.map((month) => periodIn(lang, month)),
		...months.map((month) => t('book.rankOf', { month: periodIn(lang, month) })),
		...[t('book.mean'), t('book.rankSum'), t('book.ranked'), t('book.rank')],
		...prizes.map((p) => p.title)
	];
	const names = unitNames(results);
	const units = unitsOf(results, months, quarter);
	const [first, last] = [2, 1 + units.length];
	const places: Places = { months: months.length, first, last };
	const isFixed = units.some((u) => !followsFromMonths(u, policy));
	const byCode = units.map(({ unit }) => unit).sort();
	const rows: BookCell[][] = [
		[{ value: isFixed ? `${title} · ${t('book.fixed')}` : title, look: 'title' }],
		heads.map((value) => ({ value, look: 'head' })),
		...units.map((standing, i): BookCell[] => [
			{ value: byCode.indexOf(standing.unit) + 1 },
			{ value: standing.unit },
			{ value: names.get(`${kind}/${standing.unit}`) ?? standing.unit },
			...reference(quarter, standing, months, 'total'),
			...reference(quarter, standing, months, 'rank'),
			...standingCells(quarter, standing, {
				...places,
				row: first + i,
				isFixed,
				yes: t('book.yes'),
				no: t('book.no'),
				prizes
			})
		])
	];
	if (prizes.length > 0)
		rows.push([
			{ value: t('book.sum'), look: 'head' },
			...heads.slice(1, -prizes.length).map((): BookCell => ({ value: null, look: 'head' })),
			...prizes.map((prize, i): BookCell => {
				const column = heads.length - prizes.length + i;
				const paid = rowsOf(results.awards, period, kind).filter((a) => a.award === prize.award);
				return {
					formula: `SUM(${address(first, column, false)}:${address(last, column, false)})`,
					value: paid.reduce((sum, a) => sum + Math.round(Number(a.amount) * 100), 0) / 100,
					look: 'head',
					numFmt: MONEY
				};
			})
		]);
	return {
		name,
		rows,
		widths: heads.map((_, i) => (i === 2 ? 18 : 14)),
		head: 2,
		frozenColumns: 3,
		running: title
	};
}

/** A unit with what it was in the months, and in the quarter where it was ranked there. */
interface Standing {
	unit: string;
	months: (RankingRow | undefined)[];
	whole: RankingRow | undefined;
}

/** Units that were ranked in any of the months, in the order of the quarter's ranks, those without one last. */
function unitsOf(results: Results, months: string[], { kind, scorecard, period }: Quarter): Standing[] {
	const inMonths = months.flatMap((month) => rowsOf(results.rankings, month, kind));
	const cards = new Map(inMonths.map((row) => [row.unit, row.scorecard]));
	const own = (at: string, unit: string): RankingRow | undefined =>
		unitRows(results.rankings, at, kind, unit)[0];
	return [...cards]
		.filter(([unit, last]) => (own(period, unit)?.scorecard ?? last) === scorecard)
		.map(([unit]) => ({ unit, months: months.map((m) => own(m, unit)), whole: own(period, unit) }))
		.sort((a, b) => (a.whole?.rank ?? Infinity) - (b.whole?.rank ?? Infinity) || (a.unit < b.unit ? -1 : 1));
}

const reference = (
	{ scores }: Quarter,
	{ unit, months: found }: Standing,
	months: string[],
	what: 'total' | 'rank'
): BookCell[] =>
	months.map((month, i) => {
		const row = found[i];
		const place = row && scores.get(month)?.of.get(`${row.scorecard}/${unit}`)?.[what];
		return place === undefined
			? { value: null }
			: { formula: place, value: Number(row![what]), look: 'made', numFmt: what === 'total' ? '0.00' : '0' };
	});

/** Whether a quarter's total is what its months come to now: one that was sealed stays as it was, whatever became of a month since. */
function followsFromMonths({ months, whole }: Standing, policy: Policy): boolean {
	if (!whole) return true;
	if (months.some((m) => !m)) return false;
	const places = chosen(policy, 'rounding')?.amount ?? 6;
	return (
		Number(
			meanOf(
				months.map((m) => m!.total),
				places
			)
		) === Number(whole.total)
	);
}

interface Places {
	months: number;
	first: number;
	last: number;
}

const TOTALS = 3;

/** Mean, sum of ranks, whether it is ranked, rank and prizes of a unit. */
function standingCells(
	{ results, period, kind, policy, rules }: Quarter,
	{ unit, months: found, whole }: Standing,
	{
		months,
		first,
		last,
		row,
		isFixed,
		yes,
		no,
		prizes
	}: Places & { row: number; isFixed: boolean; yes: string; no: string; prizes: RulesSheet['prizes'] }
): BookCell[] {
	const ranks = TOTALS + months;
	const mean = ranks + months;
	const [sum, ranked, rank] = [mean + 1, mean + 2, mean + 3];
	const at = (column: number): string => address(row, column, false);
	const down = (column: number): string => `${address(first, column)}:${address(last, column)}`;
	const span = (from: number): string => `${at(from)}:${at(from + months - 1)}`;
	const made = (formula: string, value: number, numFmt: string): BookCell => ({
		...(isFixed ? {} : { formula: `IF(${at(ranked)}="${yes}",${formula},"")` }),
		value: whole ? value : '',
		look: 'made',
		numFmt
	});
	const byRanks = policy.readings['quarter_reading']?.choice === 'sum_of_ranks';
	const isDense = policy.readings['tie_rule']?.choice === 'dense';
	const { place, alike } = rankFormula({
		isDense,
		...{ first, last, row, card: null, by: byRanks ? sum : mean, isLowestFirst: byRanks },
		ranked: { column: ranked, yes }
	});
	const isShared = policy.readings['tied_prize']?.choice === 'shared';
	const prize = ({ ranks: of, amounts }: RulesSheet['prizes'][number]): string => {
		if (!isShared) return `SUMPRODUCT((${of}=${at(rank)})*${amounts})`;
		// those who share the place share its prizes, in fen; what doesn't divide goes to the first by code
		const through = isDense ? at(rank) : `${at(rank)}+${alike}-1`;
		const pot = `ROUND(SUMPRODUCT((${of}>=${at(rank)})*(${of}<=${through})*${amounts})*100,0)`;
		const turn = `SUMPRODUCT((${down(rank)}=${at(rank)})*(${down(0)}<=${at(0)}))`;
		return `(INT(${pot}/${alike})+IF(${turn}<=MOD(${pot},${alike}),1,0))/100`;
	};
	const paid = unitRows(results.awards, period, kind, unit);
	return [
		made(`ROUND(AVERAGE(${span(TOTALS)}),${rules.decimals})`, Number(whole?.total), '0.00'),
		made(
			`SUM(${span(ranks)})`,
			found.reduce((all, r) => all + (r?.rank ?? 0), 0),
			'0'
		),
		{ value: whole ? yes : no, look: 'input' },
		made(place, whole?.rank ?? 0, '0'),
		...prizes.map((p) =>
			made(prize(p), Number(paid.find(({ award }) => award === p.award)?.amount ?? 0), MONEY)
		)
	];
}
