import type { UnitMonth } from '../month-view';
import { numberIn } from './number-in';
import type { SheetFigure } from './figures';

/** How a hand-made sheet is read: which column names the unit, and what the others are. */
export interface SheetReading {
	unitColumn: number;
	/** Figures by column; what is in none isn't compared. */
	columns: Map<number, string>;
	/** Row of each unit that was found. */
	rows: Map<number, UnitMonth>;
	/** Rows above the first unit, whose words name the columns. */
	head: number;
}

const bare = (text: string): string => text.replaceAll(/[\s\u3000:：（）()]/g, '').toLowerCase();

/** Words by which headers tell the parts of a line. */
const PARTS: [part: string, words: RegExp][] = [
	['denominator', /分母|应回访|总数|受理数|应|总量|denominator|of$/i],
	['numerator', /分子|实回访|满意数|未解决数|完成数|次数|件数|条数|数量|numerator|count/i],
	['points', /得分|分值|评分|points|score/i],
	['value', /率|%|％|value|rate/i]
];

/** Finds the column of units (unless it is said) and the row of each, then what the other columns are by what stands above them. */
export function readSheet(
	cells: string[][],
	units: UnitMonth[],
	figures: SheetFigure[],
	said: number | null = null
): SheetReading {
	const width = cells.reduce((most, row) => Math.max(most, row.length), 0);
	const plain = new Map<string, number>();
	for (const { name } of units) plain.set(bare(name), (plain.get(bare(name)) ?? 0) + 1);
	// two of one name are told apart by their codes alone
	const known = new Map(
		units.flatMap((u): [string, UnitMonth][] => [
			...(plain.get(bare(u.name)) === 1 ? [[bare(u.name), u] as [string, UnitMonth]] : []),
			[bare(u.unit), u]
		])
	);
	const count = (column: number): number =>
		new Set(cells.flatMap((row) => known.get(bare(row[column] ?? ''))?.unit ?? [])).size;
	const all = Array.from({ length: width }, (_, i) => i);
	const unitColumn = said ?? all.reduce((best, i) => (count(i) > count(best) ? i : best), 0);
	const rows = new Map<number, UnitMonth>();
	const seen = new Set<string>();
	for (const [at, row] of cells.entries()) {
		const unit = known.get(bare(row[unitColumn] ?? ''));
		if (!unit || seen.has(unit.unit)) continue;
		seen.add(unit.unit);
		rows.set(at, unit);
	}
	const head = rows.size > 0 ? Math.min(...rows.keys()) : 0;
	const columns = new Map<number, string>();
	const taken = new Set<string>();
	const filled = all.filter((column) => {
		const numbers = [...rows.keys()].filter((at) => numberIn(cells[at]![column] ?? '') !== null).length;
		return column !== unitColumn && rows.size > 0 && numbers * 2 >= rows.size;
	});
	const percent = (column: number): boolean =>
		[...rows.keys()].filter((at) => numberIn(cells[at]![column] ?? '')?.percent).length * 2 > rows.size;
	// what is headed by its very name goes first
	for (const exact of [true, false])
		for (const column of filled) {
			if (columns.has(column)) continue;
			const id = figureFor(titleAbove(cells, head, column), figures, taken, {
				exact,
				percent: percent(column)
			});
			if (id === null) continue;
			columns.set(column, id);
			taken.add(id);
		}
	return { unitColumn, columns, rows, head };
}

/** What stands above a column: its own header, and a group's to the left of it in a row above. */
function titleAbove(cells: string[][], head: number, column: number): string {
	const own = (at: number): string => {
		const row = cells[at] ?? [];
		const filled = row.filter((cell) => cell.trim() !== '').length;
		if ((row[column] ?? '').trim() !== '') return filled > 1 ? row[column]! : '';
		if (at === head - 1 || filled < 2) return '';
		// a group's name stands in its first column alone
		for (let left = column; left >= 0; left--) if ((row[left] ?? '').trim() !== '') return row[left]!;
		return '';
	};
	return [head - 2, head - 1]
		.filter((at) => at >= 0)
		.map(own)
		.join(' ');
}

/** Words that make a header one of something else: last month's, a change, a maximum. */
const OTHER = /上月|上期|上季|去年|变化|升降|差距|满分|权重|previous|last|change|weight/i;

/** The figure that a header says, of those not taken; of a line its part by the header's words, or by per cent in its cells. */
export function figureFor(
	header: string,
	figures: SheetFigure[],
	taken: ReadonlySet<string>,
	{ exact = false, percent = false }: { exact?: boolean; percent?: boolean } = {}
): string | null {
	const text = bare(header);
	if (text === '' || OTHER.test(text)) return null;
	if (exact)
		return (
			figures.find(({ id, words }) => !taken.has(id) && words.some((w) => bare(w) === text) && !percent)
				?.id ?? null
		);
	const fits = figures
		.filter(({ id, words }) => !taken.has(id) && words.some((word) => text.includes(bare(word))))
		.map((figure) => ({
			figure,
			length: Math.max(...figure.words.filter((w) => text.includes(bare(w))).map((w) => bare(w).length))
		}));
	const longest = Math.max(0, ...fits.map(({ length }) => length));
	const best = fits.filter(({ length }) => length === longest).map(({ figure }) => figure);
	if (best.length <= 1) return best[0]?.id ?? null;
	const words = best[0]!.words.reduce((rest, word) => rest.replaceAll(bare(word), ''), text);
	for (const [part, pattern] of PARTS)
		if (pattern.test(words)) return best.find(({ id }) => id.endsWith(`/${part}`))?.id ?? null;
	if (percent) return best.find(({ id }) => id.endsWith('/value'))?.id ?? null;
	// a line's name alone heads its points
	return best.find(({ id }) => id.endsWith('/points'))?.id ?? best[0]!.id;
}
