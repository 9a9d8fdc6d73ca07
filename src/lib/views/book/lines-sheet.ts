import { message, type MessageKey } from '../../language/messages';
import type { Lang } from '../../language/text';
import { MEASURES } from '../../sql/measures';
import type { LineRow } from '../../sql/rows';
import type { Policy, PolicyLine } from '../../policy/schema';
import { address, on, type BookCell, type BookSheet } from '../../sheets/workbook';
import type { LineCell, MonthView } from '../month-view';
import { exactMean } from './exact-mean';
import type { LinePlace, RulesSheet } from './rules-sheet';

/** The sheet of a month's lines, and of each unit the rows that are its. */
export interface LinesSheet {
	sheet: BookSheet;
	/** Ranges of points, weights and states, by `scorecard/unit`; null of a unit without lines. */
	of: Map<string, { points: string; weights: string; states: string }>;
	ok: string;
}

const COLUMNS = [
	['book.code', 12],
	['book.unit', 18],
	['book.card', 20],
	['book.line', 20],
	['book.state', 10],
	['book.numerator', 12],
	['book.denominator', 12],
	['book.value', 12],
	['book.full', 10],
	['book.weight', 9],
	['book.off', 10],
	['book.points', 10],
	['book.clause', 16]
] as const satisfies [MessageKey, number][];
const [STATE, UP, DOWN, FULL, WEIGHT, OFF, POINTS] = [4, 5, 6, 8, 9, 10, 11];
const STATES = ['ok', 'no_data', 'not_applicable', 'target_missing'] as const satisfies LineRow['status'][];

/** Every unit's lines of a month: what was counted as cells, value, deduction and points as formulas over the rules (L153, L156-161, L134). */
export function linesSheet(lang: Lang, views: MonthView[], rules: RulesSheet, name: string): LinesSheet {
	const t = (key: MessageKey, fill?: Record<string, string>): string => message(lang, key, fill);
	const { month } = views[0]!;
	const ok = t('book.state.ok');
	const rows: BookCell[][] = [
		[{ value: t('book.lines', { period: month }), look: 'title' }],
		COLUMNS.map(([key]) => ({ value: t(key), look: 'head' }))
	];
	const of: LinesSheet['of'] = new Map();
	for (const { card, units, policy } of views)
		for (const unit of units) {
			const from = rows.length;
			for (const cell of unit.lines) {
				const line = card.lines.find((l) => l.line === cell.line)!;
				const place = rules.lines.get(`${card.scorecard}/${cell.line}`)!;
				const given: BookCell[] = [
					{ value: unit.unit },
					{ value: unit.name },
					{ value: card.title[lang] },
					{ value: line.title[lang] },
					{ value: t(`book.state.${cell.status}`), look: 'input' }
				];
				rows.push([...given, ...lineCells(policy, line, cell, place, { row: rows.length, ok })]);
			}
			if (rows.length === from) continue;
			const down = (column: number): string =>
				on(name, `${address(from, column)}:${address(rows.length - 1, column)}`);
			of.set(`${card.scorecard}/${unit.unit}`, {
				points: down(POINTS),
				weights: down(WEIGHT),
				states: down(STATE)
			});
		}
	const last = String(rows.length);
	return {
		of,
		ok,
		sheet: {
			name,
			rows,
			widths: COLUMNS.map(([, width]) => width),
			head: 2,
			frozenColumns: 2,
			running: t('book.lines', { period: month }),
			allowed: [
				{ range: `E3:E${last}`, words: STATES.map((state) => t(`book.state.${state}`)) },
				{ range: `F3:G${last}` }
			]
		}
	};
}

/** The cells of a line from the numerator on. */
function lineCells(
	policy: Policy,
	line: PolicyLine,
	cell: LineCell,
	place: LinePlace,
	{ row, ok }: { row: number; ok: string }
): BookCell[] {
	const at = (column: number): string => address(row, column, false);
	const number = (text: string | null): number | null => (text === null ? null : Number(text));
	const isOk = `${at(STATE)}="${ok}"`;
	const { kind } = MEASURES[line.measure]!;
	const isRatio = line.scoring === 'tiered_rate' || (isTarget(line) && kind !== 'count');
	// where none is full marks, a rate of none is 0
	const isZeroOfNone = line.scoring === 'tiered_rate' && noRows(policy, line) === 'full_marks';
	const full = cell.deduction === null ? null : Number(cell.deduction) + Number(cell.beyond_floor);
	const made = (formula: string, value: number | null, numFmt = '0.###'): BookCell => ({
		formula: `IF(${isOk},${formula},"")`,
		value: value ?? '',
		look: 'made',
		numFmt
	});
	/** What is no finite decimal as the quotient that it was rounded from. */
	const counted = (text: string): BookCell => {
		const quotient = exactMean(text);
		const given: BookCell = { value: Number(text), look: 'input', numFmt: '#,##0.######' };
		return quotient === null ? given : { ...given, formula: quotient };
	};
	const counts = { up: at(UP), down: at(DOWN), weight: at(WEIGHT) };
	return [
		counted(cell.numerator),
		counted(cell.denominator),
		made(
			isRatio ? `IF(${at(DOWN)}=0,${isZeroOfNone ? '0' : '""'},${at(UP)}/${at(DOWN)})` : at(UP),
			number(cell.value),
			isRatio && kind === 'share' ? '0.00%' : '0.######'
		),
		// what comes off by the audits of a month is listed there, not counted
		line.scoring === 'points_off'
			? { value: full, look: 'input', numFmt: '0.###' }
			: made(fullDeduction(policy, line, place, counts), full),
		{ formula: place.weight, value: Number(cell.weight), look: 'made', numFmt: '0.###' },
		made(`MIN(${at(FULL)},${at(WEIGHT)})`, number(cell.deduction)),
		made(`${at(WEIGHT)}-${at(OFF)}`, number(cell.points)),
		{ value: cell.clause, look: 'note' }
	];
}

const isTarget = (line: PolicyLine): boolean => line.scoring === 'target' || line.scoring === 'sheet';

/** What comes off a line, before its weight bounds it, as a formula; both sides of a comparison are rounded to what decimals exports have, so that an edge is one. */
function fullDeduction(
	policy: Policy,
	line: PolicyLine,
	place: LinePlace,
	{ up, down, weight }: { up: string; down: string; weight: string }
): string {
	const { kind } = MEASURES[line.measure]!;
	const over = `IF(${down}=0,1,${down})`;
	if (line.scoring === 'per_event') return `ROUND(${up}*${place.each},3)`;
	if (line.scoring === 'tiered_count') return tierFormula(place, up, '1');
	if (line.scoring === 'tiered_rate') {
		const tier = tierFormula(place, `${up}*100`, over);
		return noRows(policy, line) === 'full_marks' ? tier : `IF(${down}=0,0,${tier})`;
	}
	const measured = kind === 'share' ? `${up}*100` : up;
	const by = kind === 'count' ? '1' : over;
	if (line.scoring === 'sheet')
		return `IF(${down}=0,0,${weight}-ROUND(${weight}*MIN(${measured},100*${by})/(100*${by}),3))`;
	const [reached, goal] =
		line.direction === 'lower'
			? [`ROUND(${place.target}*${by},6)`, `ROUND(${measured},6)`]
			: [`ROUND(${measured},6)`, `ROUND(${place.target}*${by},6)`];
	const earned = place.steps
		? `ROUND(${weight}*SUMPRODUCT(MAX((ROUND(${reached}*100,6)>=ROUND(${goal}*${place.steps.reached},6))*${place.steps.share}))/100,3)`
		: `ROUND(${weight}*${reached}/${goal},3)`;
	return `IF(${down}=0,0,${weight}-IF(${reached}>=${goal},${weight},${earned}))`;
}

const noRows = (policy: Policy, { no_rows }: PolicyLine): string | null | undefined =>
	typeof no_rows === 'string' ? no_rows : policy.readings[no_rows.reading]?.choice;

/** The deduction of the tier that a value lies in, the value a quotient that is never formed. */
function tierFormula({ tiers }: LinePlace, value: string, over: string): string {
	const { lower, lowerIn, upper, upperIn, deduction } = tiers!;
	const x = `ROUND(${value},6)`;
	const low = `ROUND(${lower}*${over},6)`;
	const high = `ROUND(${upper}*${over},6)`;
	const above = `(((${lower}="")+(${x}>${low})+${lowerIn}*(${x}=${low}))>0)`;
	const below = `(((${upper}="")+(${x}<${high})+${upperIn}*(${x}=${high}))>0)`;
	return `SUMPRODUCT(${above}*${below}*${deduction})`;
}
