import { listPlaces } from './answers';
import { complete, isPlanWord, mapHeaders, nearest, recognise, type Given, type Mapping } from './header';
import { DATASETS, datasetOf, type Column } from './dataset';
import { utf8Pieces, type EncodingFound } from './encoding';
import { layoutSignature, type Layout } from './layout';
import { plain } from './plain';
import { settleRivals } from './rivals';
import { cellTexts, Scanner } from './scan';
import type { ByteSource } from './source';
import { lowMarks } from './marks';
import { titleOf, type Title } from './title';
import { loss, note, type Warning } from './warning';

/** What only the user can say: which of several columns is meant, what a unit is, how the bytes are to be read. */
export interface Ask {
	kind: 'ambiguous' | 'unit' | 'encoding';
	column: string;
	/** The headers that fit, or the unit as it stands. */
	said: string[];
}

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
	/** What must be asked before a record can be taken. */
	asks: Ask[];
	/** The first records, to show what was understood. */
	preview: string[][];
	warnings: Warning[];
}

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

/** What is known of a file beside its text: layouts that the user corrected, and values that hold for all its records. */
export interface Known {
	layouts: ReadonlyMap<string, Layout>;
	given: Given;
}

const NOTHING: Known = { layouts: new Map(), given: {} };

/** Finds the delimiter, the header and the data set of a text file from its first records, and by its values which of two columns is meant. */
export async function understand(
	source: ByteSource,
	encoding: EncodingFound,
	known: Partial<Known> = {}
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

const isEmpty = (cells: string[]): boolean => cells.every((c) => plain(c) === '');
const filled = (cells: string[]): number => cells.filter((c) => plain(c) !== '').length;
const columnsOf = (mapping: Mapping | null): number => Object.keys(mapping?.columns ?? {}).length;

/** The data set of a header, with the values that the title or the user gives; whichever way knows more columns. */
function known(header: string[], { layouts, given }: Known, title: Title): Mapping | null {
	const own = remembered(header, layouts, { ...title.given, ...given });
	// a layout whose values were given for another file alone must be asked about again
	if (own?.missing.length === 0) return own;
	const alone = recognise(header, given);
	const titled = Object.keys(title.given).length > 0 ? recognise(header, { ...title.given, ...given }) : null;
	const lacks = titled && !mapHeaders(datasetOf(titled.dataset), header, given).columns['month'];
	return titled && lacks && columnsOf(titled) >= columnsOf(alone) ? titled : alone;
}

function understandAs(delimiter: string, records: string[][], all: Known): Understanding {
	const base = { delimiter, quote: '"', newline: 'LF' as const, guess: null, asks: [], warnings: [] };
	let best: Understanding | null = null;
	for (const [at, cells] of records.entries()) {
		if (isEmpty(cells)) continue;
		const title = titleOf(records.slice(0, at));
		const alone = known(cells, all, title);
		if (!alone) continue;
		const group = at > 0 ? (planGroups(records[at - 1]!, cells) ?? groupRow(records[at - 1]!, cells)) : null;
		const mapping = (group && known(group, all, title)) ?? alone;
		if (columnsOf(best?.mapping ?? null) >= columnsOf(mapping)) continue;
		best = {
			...base,
			headerAt: group ? at - 1 : at,
			headerRecords: group ? 2 : 1,
			header: group ?? cells,
			mapping,
			preview: []
		};
	}
	const joined = joinedHeader(base, records, all);
	if (joined && columnsOf(joined.mapping) > columnsOf(best?.mapping ?? null)) best = joined;
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

type Base = Pick<Understanding, 'delimiter' | 'quote' | 'newline' | 'guess' | 'asks' | 'warnings'>;

/** A header whose names stand in the next row again (merged cells, days below) takes that row in. */
function withSecondRow(how: Understanding, records: string[][], all: Known): Understanding {
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

/** Whether a column's numbers are marks out of some full marks. */
const hasMarks = ({ family, type }: Pick<Column, 'family' | 'type'>): boolean =>
	family === 'score' || type === 'satisfaction';

/** What the title says of amounts holds for columns whose header says nothing. */
function titled(how: Understanding, { given, amounts, marks, zone }: Title): Understanding {
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

/** Two rows that are a header only when read together: group names above, or a name split over both. */
function joinedHeader(base: Base, records: string[][], all: Known): Understanding | null {
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
function planGroups(upper: string[], header: string[]): string[] | null {
	if (upper.length !== header.length || !upper.some(isPlanWord)) return null;
	let group = '';
	return header.map((cell, i) => {
		group = upper[i]! !== '' ? upper[i]! : cell === '' ? '' : group;
		return cell !== '' && isPlanWord(group) && group !== cell ? `${cell}(${group})` : cell || group;
	});
}

/** The header with the group names above it joined on, where the row above is such a row and no title. */
function groupRow(upper: string[], header: string[]): string[] | null {
	if (upper.length !== header.length || filled(upper) < 2) return null;
	if (filled(upper) === upper.length && filled(header) === header.length) return null;
	if (upper.some((cell) => /\d/.test(cell))) return null;
	if (upper.findLastIndex((cell) => cell.trim() !== '') < upper.length / 2) return null;
	return header.map((cell, i) => cell || upper[i]!);
}

function unknownHeader(base: Base, records: string[][], { given }: Known): Understanding {
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

/** The mapping that a user once gave this layout. */
function remembered(header: string[], layouts: ReadonlyMap<string, Layout>, given: Given): Mapping | null {
	const layout = layouts.get(layoutSignature(header));
	const dataset = DATASETS.find((d) => d.dataset === layout?.dataset);
	if (!layout || !dataset) return null;
	const columns: Record<string, number> = {};
	for (const [column, name] of Object.entries(layout.columns)) {
		const place = layout.places?.[column] ?? -1;
		const at = header[place]?.trim() === name ? place : header.findIndex((h) => h.trim() === name);
		if (at >= 0) columns[column] = at;
	}
	const own = Object.fromEntries(
		Object.entries(given).filter(
			([c]) => !(c in columns) && dataset.columns.some(({ column }) => column === c)
		)
	);
	return complete(dataset, columns, header, own, layout.units);
}

/** Decides what the values decide, and lists what must be asked and what is good to know. */
async function settled(
	how: Understanding,
	source: ByteSource,
	encoding: EncodingFound
): Promise<Understanding> {
	const { mapping, header } = how;
	if (!mapping) return { ...how, warnings: [...how.warnings, ...unknownWarnings(how)] };
	const dataset = datasetOf(mapping.dataset);
	const columns = { ...mapping.columns };
	const asks: Ask[] = mapping.strange.map(({ column, unit }) => ({ kind: 'unit', column, said: [unit] }));
	const warnings = [...how.warnings];
	if (mapping.rivals.length > 0) {
		const first = how.headerAt + how.headerRecords;
		const found = await settleRivals(source, encoding, { ...how, first }, mapping);
		for (const { column, places } of mapping.rivals) {
			const said = places.map((at) => header[at]!.trim());
			const { at, same } = found.get(column)!;
			if (at === null) asks.push({ kind: 'ambiguous', column, said });
			else {
				columns[column] = at;
				if (!same) warnings.push(note('ambiguous_header', column, said.join('|')));
				else if (new Set(said).size === 1) warnings.push(note('duplicate_header', said[0]!));
			}
		}
	}
	asks.push(
		...(await lowMarks(source, encoding, how)).map((column): Ask => ({ kind: 'unit', column, said: ['≤10'] }))
	);
	for (const { kind, column, said } of asks)
		warnings.push(loss(kind === 'unit' ? 'unknown_unit' : 'ambiguous_header', column, said.join('|')));
	const again = complete(dataset, columns, header, mapping.implied, mapping.units);
	const missing = dataset.columns.filter(
		(c) => c.needed && !(c.column in columns) && !(c.column in again.implied)
	);
	if (standsBeside(header)) warnings.push(loss('unread_table', String(how.headerAt + 1)));
	warnings.push(
		...missing.map((c) => (c.needed === 'always' ? loss : note)('missing_column', c.column)),
		...(listPlaces(header) ? [] : again.unknown).map((h) => note('unknown_column', h.trim())),
		...(header.length > 500 ? [note('wide', '', String(header.length), header.length)] : [])
	);
	return { ...how, asks, warnings, mapping: { ...again, rivals: mapping.rivals, strange: mapping.strange } };
}

/** Whether another table stands beside: an empty header, and behind it names of a data set. */
function standsBeside(header: string[]): boolean {
	const gap = header.findIndex((cell, i) => i > 0 && plain(cell) === '' && filled(header.slice(i)) > 1);
	return gap > 0 && filled(header.slice(0, gap)) > 1 && nearest(header.slice(gap)) !== null;
}

/** What lacks in the likeliest data set of a file that isn't known. */
function unknownWarnings({ guess }: Understanding): Warning[] {
	return [loss('unknown_dataset', guess?.dataset ?? '', guess?.missing.join('|') ?? '')];
}

function newlineOf(head: Uint8Array): 'LF' | 'CRLF' | 'CR' {
	const at = head.findIndex((b) => b === 10 || b === 13);
	if (at < 0 || head[at] === 10) return 'LF';
	return head[at + 1] === 10 ? 'CRLF' : 'CR';
}
