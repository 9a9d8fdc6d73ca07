import { nearest, recognise } from './recognise';
import { datasetOf, type Column } from './dataset';
import { utf8Pieces, type EncodingFound } from './encoding';
import { cellTexts, Scanner } from './scan';
import type { ByteSource } from './source';
import { titleOf, type Title } from './title';
import { loss, note, type Warning } from './warning';
import type { Understanding, KnownOfFile } from './understanding';
import { settled } from './settle';
import { columnsOf, known } from './known';
import { layoutSignature } from './layout';
import { type Base, filled, groupRow, isEmpty, joinedHeader, planGroups, withSecondRow } from './header-rows';

const DELIMITERS = [',', '\t', ';', '|'];
const HEAD_BYTES = 256 * 1024;
const HEAD_RECORDS = 40;

/** The first bytes of the text, as UTF-8. */
async function headOf(source: ByteSource, encoding: EncodingFound): Promise<Uint8Array> {
	const part: ByteSource = { ...source, size: Math.min(source.size, HEAD_BYTES) };
	const pieces: Uint8Array[] = [];
	for await (const piece of utf8Pieces(part, encoding)) pieces.push(piece.bytes);
	const head = new Uint8Array(pieces.reduce((sum, bytes) => sum + bytes.length, 0));
	let at = 0;
	for (const bytes of pieces) {
		head.set(bytes, at);
		at += bytes.length;
	}
	return head;
}

const NOTHING: KnownOfFile = { layouts: new Map(), given: {} };

/** Finds the delimiter, the header and the data set of a text file from its first records, and by its values which of two columns is meant. */
export async function understand(
	source: ByteSource,
	encoding: EncodingFound,
	known: Partial<KnownOfFile> = {}
): Promise<Understanding> {
	const head = await headOf(source, encoding);
	const all = { ...NOTHING, ...known };
	const readings = DELIMITERS.map((d) => understandAs(d, recordsOf(head, d), all));
	const best = readings.reduce((a, b) => (weight(b) > weight(a) ? b : a));
	return settled({ ...best, newline: newlineOf(head) }, source, encoding);
}

/** The first records of a text cut at a delimiter. */
function recordsOf(head: Uint8Array, delimiter: string): string[][] {
	const records: string[][] = [];
	const scanner = new Scanner(delimiter.charCodeAt(0), 34, (record) => {
		if (records.length < HEAD_RECORDS) records.push(cellTexts(record));
	});
	scanner.push(head);
	scanner.end();
	return records;
}

function weight({ mapping, header }: Understanding): number {
	return (mapping ? Object.keys(mapping.columns).length * 1000 : 0) + Math.min(header.length, 999);
}

/** How much is known of a header: what the user said of it counts for more than any columns that another reading would find. */
function worth(how: Pick<Understanding, 'header' | 'mapping'> | null, { layouts }: KnownOfFile): number {
	if (!how) return 0;
	return columnsOf(how.mapping) + (layouts.has(layoutSignature(how.header)) ? 1000 : 0);
}

function understandAs(delimiter: string, records: string[][], all: KnownOfFile): Understanding {
	const base = { delimiter, quote: '"', newline: 'LF' as const, guess: null, asks: [], warnings: [] };
	let best: Understanding | null = null;
	for (const [at, cells] of records.entries()) {
		if (isEmpty(cells)) continue;
		const title = titleOf(records.slice(0, at));
		const alone = known(cells, all, title);
		if (!alone) continue;
		const group = at > 0 ? (planGroups(records[at - 1]!, cells) ?? groupRow(records[at - 1]!, cells)) : null;
		const mapping = (group && known(group, all, title)) ?? alone;
		const header = group ?? cells;
		if (worth(best, all) >= worth({ header, mapping }, all)) continue;
		best = {
			...base,
			headerAt: group ? at - 1 : at,
			headerRecords: group ? 2 : 1,
			header,
			mapping,
			preview: []
		};
	}
	const joined = joinedHeader(base, records, all);
	if (joined && worth(joined, all) > worth(best, all)) best = joined;
	best ??= unknownHeader(base, records, all);
	best = withSecondRow(best, records, all);
	const rest = records.slice(best.headerAt + best.headerRecords);
	const title = titleOf(records.slice(0, best.headerAt));
	const lost = best.mapping ? recordsAbove(best, records) : 0;
	const how = titled(best, title);
	const warnings = lost > 0 ? [...how.warnings, loss('unread_table', '1', '', lost)] : how.warnings;
	return { ...how, warnings, preview: rest.slice(0, 8) };
}

/** Rows above the header that aren't titles: another table's, or records that were sorted above it. */
function recordsAbove({ headerAt, header }: Understanding, records: string[][]): number {
	const wide = Math.max(4, filled(header) * 0.8);
	const above = records.slice(0, headerAt);
	const table = above.findIndex((cells) => recognise(cells) !== null);
	const lost = above.filter(
		(cells, i) => (table >= 0 && i > table && !isEmpty(cells)) || filled(cells) >= wide
	);
	return lost.filter((cells) => cells.some((cell) => /\d/.test(cell))).length;
}

/** Whether a column's numbers are marks out of some full marks. */
const hasMarks = ({ family, type }: Pick<Column, 'family' | 'type'>): boolean =>
	family === 'score' || type === 'satisfaction';

/** What the title says of amounts holds for columns whose header says nothing. */
export function titled(how: Understanding, { given, amounts, marks, zone }: Title): Understanding {
	const { mapping } = how;
	if (!mapping) return how;
	const warnings: Warning[] = [];
	const units = { ...mapping.units };
	for (const { column, family, type } of datasetOf(mapping.dataset).columns)
		if (amounts !== null && family === 'amount' && column in mapping.columns && !(column in units)) {
			units[column] = amounts;
			warnings.push(note('from_title', column, amounts));
		} else if (zone !== null && type === 'time' && column in mapping.columns && !(column in units)) {
			units[column] = zone;
			warnings.push(note('from_title', column, zone));
		} else if (
			marks !== null &&
			hasMarks({ family, type }) &&
			column in mapping.columns &&
			!(column in units)
		) {
			units[column] = marks;
			warnings.push(note('from_title', column, marks));
		}
	if (given['month'] !== undefined && mapping.implied['month'] === given['month'])
		warnings.push(note('from_title', 'month', given['month']));
	return { ...how, mapping: { ...mapping, units }, warnings };
}

function unknownHeader(base: Base, records: string[][], { given }: KnownOfFile): Understanding {
	const near = records.findIndex((cells) => filled(cells) > 1 && nearest(cells, given) !== null);
	const widest = Math.max(0, ...records.map(filled));
	const wide = records.findIndex((cells) => filled(cells) === widest && widest > 0);
	const at = Math.max(0, near >= 0 ? near : wide);
	const header = records[at] ?? [];
	const headerRecords = records.length > 0 ? 1 : 0;
	const title = titleOf(records.slice(0, at));
	const guess = nearest(header, { ...title.given, ...given });
	return { ...base, headerAt: at, headerRecords, header, mapping: null, guess, preview: [] };
}

function newlineOf(head: Uint8Array): 'LF' | 'CRLF' | 'CR' {
	const at = head.findIndex((b) => b === 10 || b === 13);
	if (at < 0 || head[at] === 10) return 'LF';
	return head[at + 1] === 10 ? 'CRLF' : 'CR';
}
