import { isPlanWord } from './header-name';
import { plain } from './plain';
import { recognise } from './recognise';
import { titleOf } from './title';
import type { Understanding, KnownOfFile } from './understanding';
import { known } from './known';

/** What is known of a file before its header is found. */
export type Base = Pick<Understanding, 'delimiter' | 'quote' | 'newline' | 'guess' | 'asks' | 'warnings'>;

/** A header whose names stand in the next row again (merged cells, days below) takes that row in. */
export function withSecondRow(how: Understanding, records: string[][], all: KnownOfFile): Understanding {
	const at = how.headerAt + how.headerRecords;
	const next = records[at];
	if (!how.mapping || !next || next.length !== how.header.length) return how;
	// the names once more in another language
	const twin = recognise(next, all.given);
	if (twin?.dataset === how.mapping.dataset && sameColumns(twin.columns, how.mapping.columns))
		return { ...how, headerRecords: how.headerRecords + 1 };
	const names = Object.values(how.mapping.columns);
	if (names.length < 2 || !names.every((i) => plain(next[i]!) === plain(how.header[i]!))) return how;
	const header = how.header.map((cell, i) => beside(cell, next[i]!));
	const mapping = known(header, all, titleOf(records.slice(0, how.headerAt))) ?? how.mapping;
	return { ...how, header, mapping, headerRecords: how.headerRecords + 1 };
}

const sameColumns = (a: Record<string, number>, b: Record<string, number>): boolean =>
	Object.keys(a).length === Object.keys(b).length && Object.entries(a).every(([c, at]) => b[c] === at);

const beside = (upper: string, lower: string): string =>
	upper === lower || lower === '' ? upper : upper === '' ? lower : `${upper}(${lower})`;

/** Two rows that are a header only when read together: group names above, or a name split over both. */
export function joinedHeader(base: Base, records: string[][], all: KnownOfFile): Understanding | null {
	for (let at = 0; at + 1 < records.length; at++) {
		const [upper, lower] = [records[at]!, records[at + 1]!];
		if (upper.length !== lower.length || isEmpty(upper) || isEmpty(lower)) continue;
		const title = titleOf(records.slice(0, at));
		let group = '';
		const spanned = upper.map((cell) => (group = cell || group));
		const forms = [
			lower.map((cell, i) => cell || upper[i]!),
			lower.map((cell, i) => beside(spanned[i]!, cell)),
			lower.map((cell, i) => (upper[i] === cell ? cell : (upper[i]! + cell).trim())),
			lower.map((cell, i) => (cell && cell !== spanned[i] ? (spanned[i]! + cell).trim() : upper[i]!))
		];
		for (const header of forms) {
			const mapping = known(header, all, title);
			if (mapping) return { ...base, headerAt: at, headerRecords: 2, header, mapping, preview: [] };
		}
	}
	return null;
}

/** A header under groups that say what is planned and what happened: each name with its group in brackets; null where no group says so. */
export function planGroups(upper: string[], header: string[]): string[] | null {
	if (upper.length !== header.length || !upper.some(isPlanWord)) return null;
	let group = '';
	return header.map((cell, i) => {
		group = upper[i]! !== '' ? upper[i]! : cell === '' ? '' : group;
		return cell !== '' && isPlanWord(group) && group !== cell ? `${cell}(${group})` : cell || group;
	});
}

/** The header with the group names above it joined on, where the row above is such a row and no title. */
export function groupRow(upper: string[], header: string[]): string[] | null {
	if (upper.length !== header.length || filled(upper) < 2) return null;
	if (filled(upper) === upper.length && filled(header) === header.length) return null;
	if (upper.some((cell) => /\d/.test(cell))) return null;
	if (upper.findLastIndex((cell) => cell.trim() !== '') < upper.length / 2) return null;
	return header.map((cell, i) => cell || upper[i]!);
}

/** Whether no cell of a record holds anything. */
export const isEmpty = (cells: string[]): boolean => cells.every((c) => plain(c) === '');
/** How many cells of a record hold something. */
export const filled = (cells: string[]): number => cells.filter((c) => plain(c) !== '').length;
