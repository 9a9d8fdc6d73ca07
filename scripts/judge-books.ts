import { writeXlsx, type Cell, type CellValue, type MergeRange, type WriteSheet } from 'hucre/xlsx';
import { random } from './samples/random';

/** A random workbook with what it hides and merges. */
export interface RandomBook {
	bytes: Uint8Array;
	hidden: Set<string>;
	/** The first cell of the merge that a cell of a sheet lies in; the cell itself where it lies in none. */
	mergedInto: (sheet: string) => (row: number, col: number) => [number, number];
}

const NUMBER_FORMATS = [
	'General',
	'0',
	'0.0',
	'0.00',
	'000',
	'00000',
	'#,##0',
	'#,##0.00',
	'0%',
	'0.0%',
	'0.00%',
	'¥#,##0.00',
	'#,##0.00_);(#,##0.00)',
	'0.0"分"',
	'0"元"',
	'"第"0"号"',
	'0\\.0,"万"',
	'0.0,"千"',
	'0.00E+00',
	'#,##0.00;-#,##0.00;"-"',
	'[<60]0.0;0.00',
	'0.00;[Red]-0.00',
	'@'
];
const DATE_FORMATS = [
	'yyyy-mm-dd',
	'yyyy/m/d',
	'yyyy-mm-dd hh:mm:ss',
	'yyyy/m/d h:mm',
	'yyyy"年"m"月"d"日"',
	'yyyy"年"m"月"',
	'm"月"d"日"',
	'h:mm:ss',
	'[h]:mm:ss',
	'yyyy-mm'
];
const TEXTS = [
	'投诉',
	'城东分部',
	"'007",
	'=注',
	'2026.10',
	'1-1-101',
	'B01',
	' 满意 ',
	'12.50',
	'TRUE',
	'-',
	'多行\n文字'
];
const ERRORS = ['#N/A', '#REF!', '#VALUE!', '#DIV/0!', '#NAME?'];

/** Makes a workbook of one to three sheets: every type of cell, number formats, merges, hidden rows, columns and sheets, formulas with and without results, errors, both date systems. */
export async function randomBook(seed: number): Promise<RandomBook> {
	const { next } = random(seed);
	const below = (n: number): number => Math.floor(next() * n);
	const pick = <T>(list: readonly T[]): T => list[below(list.length)]!;
	const hidden = new Set<string>();
	const merges = new Map<string, MergeRange[]>();
	const sheets = Array.from({ length: 1 + below(3) }, (_, s): WriteSheet => {
		const name = `S${String(s + 1)}`;
		const [height, width] = [4 + below(12), 3 + below(6)];
		const rows: CellValue[][] = [Array.from({ length: width }, (_, c) => `列${String(c + 1)}`)];
		const cells = new Map<string, Partial<Cell>>();
		for (let r = 1; r < height; r++) {
			const row: CellValue[] = [];
			for (let c = 0; c < width; c++) {
				const { value, cell } = randomCell(next, pick);
				row.push(value);
				if (cell) cells.set(`${String(r)},${String(c)}`, cell);
			}
			rows.push(row);
		}
		const merged = below(3) === 0 ? [mergeIn(below, height, width)] : [];
		for (const m of merged) clearBehind(rows, cells, m);
		merges.set(name, merged);
		if (s > 0 && below(3) === 0) hidden.add(name);
		return {
			name,
			rows,
			cells,
			merges: merged,
			...(hidden.has(name) && { hidden: true }),
			rowDefs: new Map(below(2) === 0 ? [[1 + below(height - 1), { hidden: true }]] : []),
			columns: Array.from({ length: width }, () => (below(12) === 0 ? { hidden: true } : {}))
		};
	});
	const dateSystem = below(6) === 0 ? '1904' : '1900';
	const bytes = await writeXlsx({ sheets, dateSystem });
	return {
		bytes,
		hidden,
		mergedInto: (sheet) => (row, col) => {
			const m = merges
				.get(sheet)!
				.find((r) => row >= r.startRow && row <= r.endRow && col >= r.startCol && col <= r.endCol);
			return m ? [m.startRow, m.startCol] : [row, col];
		}
	};
}

function randomCell(
	next: () => number,
	pick: <T>(list: readonly T[]) => T
): { value: CellValue; cell: Partial<Cell> | null } {
	const kind = next();
	if (kind < 0.1) return { value: null, cell: null };
	if (kind < 0.3) return { value: pick(TEXTS), cell: null };
	if (kind < 0.34) return { value: next() < 0.5, cell: null };
	if (kind < 0.38) {
		const error = pick(ERRORS);
		return { value: null, cell: { value: error, type: 'error' } };
	}
	if (kind < 0.55) {
		const seconds = Math.floor(next() * 86_400) * (next() < 0.3 ? 0 : 1);
		const value = new Date(Date.UTC(2024, 0, 1) + Math.floor(next() * 1200) * 86_400_000 + seconds * 1000);
		return { value, cell: { value, type: 'date', style: { numFmt: pick(DATE_FORMATS) } } };
	}
	if (kind < 0.62) {
		const formulaResult = Math.round(next() * 1000) / 10;
		const known = next() < 0.5;
		return {
			value: null,
			cell: {
				value: null,
				type: 'formula',
				formula: `${String(formulaResult)}+0`,
				...(known && { formulaResult })
			}
		};
	}
	const decimals = Math.floor(next() * 5);
	const size = 10 ** Math.floor(next() * 7);
	const value = Number(((next() - 0.15) * size).toFixed(decimals));
	return { value, cell: { value, type: 'number', style: { numFmt: pick(NUMBER_FORMATS) } } };
}

function mergeIn(below: (n: number) => number, height: number, width: number): MergeRange {
	const startRow = 1 + below(height - 2);
	const startCol = below(width - 1);
	return {
		startRow,
		startCol,
		endRow: Math.min(height - 1, startRow + below(3)),
		endCol: Math.min(width - 1, startCol + 1 + below(2))
	};
}

/** Excel keeps a value in a merge's first cell alone. */
function clearBehind(rows: CellValue[][], cells: Map<string, Partial<Cell>>, m: MergeRange): void {
	for (let r = m.startRow; r <= m.endRow; r++)
		for (let c = m.startCol; c <= m.endCol; c++) {
			if (r === m.startRow && c === m.startCol) continue;
			rows[r]![c] = null;
			cells.delete(`${String(r)},${String(c)}`);
		}
}
