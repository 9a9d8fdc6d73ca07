import { complete, nearest, recognise, type Mapping } from './header';
import { DATASETS } from './dataset';
import { utf8Pieces, type EncodingFound } from './encoding';
import { cellTexts, Scanner } from './scan';
import type { ByteSource } from './source';

/** How a file is to be read; every part can be corrected by the user and is remembered for its layout. */
export interface Understanding {
	delimiter: string;
	quote: string;
	newline: 'LF' | 'CRLF' | 'CR';
	/** Records before the header. */
	headerAt: number;
	/** Records that make up the header: 1, or 2 where group names stand above. */
	headerRecords: number;
	header: string[];
	/** Null where no data set is recognised. */
	mapping: Mapping | null;
	/** The likeliest data set where none is recognised. */
	guess: Mapping | null;
	/** The first records, to show what was understood. */
	preview: string[][];
	warnings: string[];
}

/** A correction of the user, kept by the signature of a layout. */
export interface Layout {
	dataset: string;
	columns: Record<string, string>;
	/** Where each of them stood, to tell headers of one name apart. */
	places?: Record<string, number>;
}

/** What tells one layout from another: its header cells, in order. */
export const layoutSignature = (header: string[]): string => header.map((h) => h.trim()).join('\u001f');

const DELIMITERS = [',', '\t', ';', '|'];
const HEAD_BYTES = 256 * 1024;
const HEAD_RECORDS = 40;

/** The first bytes of the text, as UTF-8. */
async function headOf(source: ByteSource, encoding: EncodingFound): Promise<Uint8Array> {
	const part: ByteSource = { ...source, size: Math.min(source.size, HEAD_BYTES) };
	const pieces: number[] = [];
	for await (const piece of utf8Pieces(part, encoding)) for (const b of piece.bytes) pieces.push(b);
	return Uint8Array.from(pieces);
}

/** Finds the delimiter, the header and the data set of a text file from its first records. */
export async function understand(
	source: ByteSource,
	encoding: EncodingFound,
	layouts: ReadonlyMap<string, Layout> = new Map()
): Promise<Understanding> {
	const head = await headOf(source, encoding);
	const readings = DELIMITERS.map((d) => understandAs(d, recordsOf(head, d), layouts));
	const best = readings.reduce((a, b) => (weight(b) > weight(a) ? b : a));
	return { ...best, newline: newlineOf(head) };
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

const isEmpty = (cells: string[]): boolean => cells.every((c) => c.trim() === '');
const filled = (cells: string[]): number => cells.filter((c) => c.trim() !== '').length;

function understandAs(
	delimiter: string,
	records: string[][],
	layouts: ReadonlyMap<string, Layout>
): Understanding {
	const base = { delimiter, quote: '"', newline: 'LF' as const, guess: null, warnings: [] };
	let best: Understanding | null = null;
	for (const [at, cells] of records.entries()) {
		if (isEmpty(cells)) continue;
		const alone = remembered(cells, layouts) ?? recognise(cells);
		if (!alone) continue;
		const group = at > 0 ? groupRow(records[at - 1]!, cells) : null;
		const mapping = (group && (remembered(group, layouts) ?? recognise(group))) ?? alone;
		const columns = Object.keys(mapping.columns).length;
		if (best?.mapping && Object.keys(best.mapping.columns).length >= columns) continue;
		best = {
			...base,
			headerAt: group ? at - 1 : at,
			headerRecords: group ? 2 : 1,
			header: group ?? cells,
			mapping,
			preview: []
		};
	}
	const joined = joinedHeader(base, records, layouts);
	if (joined && columnsOf(joined) > (best ? columnsOf(best) : 0)) best = joined;
	best ??= unknownHeader(base, records);
	const rest = records.slice(best.headerAt + best.headerRecords);
	return { ...best, preview: rest.slice(0, 8), warnings: warningsOf(best) };
}

const columnsOf = ({ mapping }: Understanding): number => Object.keys(mapping?.columns ?? {}).length;

type Base = Pick<Understanding, 'delimiter' | 'quote' | 'newline' | 'guess' | 'warnings'>;

/** Two rows that are a header only when read together: group names above, or a name split over both. */
function joinedHeader(
	base: Base,
	records: string[][],
	layouts: ReadonlyMap<string, Layout>
): Understanding | null {
	for (let at = 0; at + 1 < records.length; at++) {
		const [upper, lower] = [records[at]!, records[at + 1]!];
		if (upper.length !== lower.length || isEmpty(upper) || isEmpty(lower)) continue;
		let group = '';
		const spanned = upper.map((cell) => (group = cell || group));
		const forms = [
			lower.map((cell, i) => cell || upper[i]!),
			lower.map((cell, i) => (upper[i]! + cell).trim()),
			lower.map((cell, i) => (cell ? (spanned[i]! + cell).trim() : upper[i]!))
		];
		for (const header of forms) {
			const mapping = remembered(header, layouts) ?? recognise(header);
			if (mapping) return { ...base, headerAt: at, headerRecords: 2, header, mapping, preview: [] };
		}
	}
	return null;
}

/** The header with the group names above it joined on, where the row above is such a row and no title. */
function groupRow(upper: string[], header: string[]): string[] | null {
	if (upper.length !== header.length || filled(upper) < 2) return null;
	if (filled(upper) === upper.length && filled(header) === header.length) return null;
	if (upper.some((cell) => /\d/.test(cell))) return null;
	if (upper.findLastIndex((cell) => cell.trim() !== '') < upper.length / 2) return null;
	return header.map((cell, i) => cell || upper[i]!);
}

function unknownHeader(base: Base, records: string[][]): Understanding {
	const widest = Math.max(0, ...records.map(filled));
	const at = Math.max(
		0,
		records.findIndex((cells) => filled(cells) === widest && widest > 0)
	);
	const header = records[at] ?? [];
	const headerRecords = records.length > 0 ? 1 : 0;
	return { ...base, headerAt: at, headerRecords, header, mapping: null, guess: nearest(header), preview: [] };
}

/** The mapping that a user once gave this layout. */
function remembered(header: string[], layouts: ReadonlyMap<string, Layout>): Mapping | null {
	const layout = layouts.get(layoutSignature(header));
	const dataset = DATASETS.find((d) => d.dataset === layout?.dataset);
	if (!layout || !dataset) return null;
	const columns: Record<string, number> = {};
	for (const [column, name] of Object.entries(layout.columns)) {
		const place = layout.places?.[column] ?? -1;
		const at = header[place]?.trim() === name ? place : header.findIndex((h) => h.trim() === name);
		if (at >= 0) columns[column] = at;
	}
	return complete(dataset, columns, header);
}

function warningsOf({ header, mapping }: Understanding): string[] {
	const seen = new Set<string>();
	const twice = header.filter((h) => h.trim() !== '' && seen.size === seen.add(h.trim()).size);
	return [
		...new Set(twice.map((h) => `duplicate_header:${h.trim()}`)),
		...(mapping?.unknown ?? []).map((h) => `unknown_column:${h.trim()}`),
		...(header.length > 500 ? [`wide:${String(header.length)}`] : [])
	];
}

function newlineOf(head: Uint8Array): 'LF' | 'CRLF' | 'CR' {
	const at = head.findIndex((b) => b === 10 || b === 13);
	if (at < 0 || head[at] === 10) return 'LF';
	return head[at + 1] === 10 ? 'CRLF' : 'CR';
}
