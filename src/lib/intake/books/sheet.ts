import { note, type Warning } from '../warning';

/** One sheet or table as a person sees it: the texts of its cells, row by row. */
export interface Sheet {
	name: string;
	hidden: boolean;
	rows: string[][];
	/** Columns in which one number stands for several rows (merged cells). */
	merged: number[];
	/** What is good to know of it (hidden rows and columns). */
	warnings: Warning[];
}

/** A rectangle of cells that are one, from 0, ends included. */
export interface Merge {
	startRow: number;
	endRow: number;
	startCol: number;
	endCol: number;
}

/** Writes a merged cell's value into each of its places, and answers with the columns in which a number came to stand in several rows; a row whose one cell spans the table is a title, and stays in its first place. */
export function spread(rows: string[][], merges: Merge[]): number[] {
	const merged = new Set<number>();
	const alone = (row: number): boolean => (rows[row] ?? []).filter((cell) => cell !== '').length === 1;
	const titles = new Set(merges.filter((m) => m.startRow === m.endRow && alone(m.startRow)));
	for (const merge of merges) {
		if (titles.has(merge)) continue;
		const value = rows[merge.startRow]?.[merge.startCol] ?? '';
		const last = Math.min(merge.endRow, rows.length - 1);
		if (last > merge.startRow && NUMBER.test(value)) merged.add(merge.startCol);
		for (let row = merge.startRow; row <= last && value !== ''; row++) {
			const cells = rows[row]!;
			for (let col = merge.startCol; col <= merge.endCol; col++) {
				while (cells.length <= col) cells.push('');
				cells[col] = value;
			}
		}
	}
	return [...merged];
}

const NUMBER = /^[-+¥￥]?\s*\d[\d,]*(?:\.\d+)?\s*(?:元|万元?)?$/;

/** What is to be said of rows and columns that are hidden: they are data all the same. */
export const hiddenNotes = (rows: number, columns: number): Warning[] => [
	...(rows > 0 ? [note('hidden_rows', '', '', rows)] : []),
	...(columns > 0 ? [note('hidden_columns', '', '', columns)] : [])
];

/** Rows as tab-separated text in UTF-8, one line a row, filled up to the widest where asked; line breaks within a cell become spaces, so that lines count rows. */
export function rowsText(rows: string[][], fill: boolean): Uint8Array {
	const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
	const lines = rows.map((row) =>
		Array.from({ length: fill ? width : row.length }, (_, i) => quoted(row[i] ?? '')).join('\t')
	);
	return new TextEncoder().encode(lines.map((line) => line + '\n').join(''));
}

const quoted = (text: string): string => {
	const flat = text.replace(/\r\n|[\r\n]/g, ' ');
	return /["\t]/.test(flat) ? `"${flat.replaceAll('"', '""')}"` : flat;
};
