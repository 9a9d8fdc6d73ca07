import { datasetOf } from './dataset';
import type { EncodingFound } from './encoding';
import type { Given } from './header';
import { openFile, Unreadable, type Opened, type OpenedTable } from './open-file';
import type { ByteSource } from './source';
import { understand } from './understand';
import { type Understanding } from './understanding';
import type { Layout } from './layout';
import { loss, note, type Warning } from './warning';

/** A table of a file that is to be read, and how. */
export interface SurveyedTable {
	/** The file's path, with `#sheet` behind it where several of its tables are read. */
	path: string;
	sheet: string | null;
	source: ByteSource;
	encoding: EncodingFound;
	how: Understanding;
}

/** A file that was opened and understood, or why it wasn't; its warnings are of the file as a whole. */
export interface Surveyed {
	path: string;
	kind: Opened['kind'] | '';
	tables: SurveyedTable[];
	/** All tables of the file by name, hidden ones too. */
	sheets: string[];
	warnings: Warning[];
	unreadable: Unreadable | null;
}

/** What is known of a file beforehand: corrected layouts, values that hold for all its records, its encoding, the one sheet that is wanted. */
export interface Asked {
	layouts?: ReadonlyMap<string, Layout>;
	given?: Given;
	encoding?: string;
	sheet?: string;
	/** What is known of one sheet beside. */
	bySheet?: (sheet: string | null) => { layouts?: ReadonlyMap<string, Layout>; given?: Given };
}

/** Opens a file and finds out how each of its tables is to be read; `seen` is shown its bytes. */
export async function survey(
	source: ByteSource,
	asked: Asked = {},
	seen?: (slice: Uint8Array) => void
): Promise<Surveyed> {
	try {
		const opened = await openFile(source, seen, asked.encoding);
		return await understood(source.path, opened, asked);
	} catch (error) {
		if (!(error instanceof Unreadable)) throw error;
		return { path: source.path, kind: '', tables: [], sheets: [], warnings: [], unreadable: error };
	}
}

async function understood(path: string, { kind, tables }: Opened, asked: Asked): Promise<Surveyed> {
	const all: Sighted[] = [];
	for (const table of tables) all.push({ table, how: await sheetOf(table, asked) });
	const wanted = chosen(all, asked.sheet);
	const named = wanted.length > 1;
	return {
		path,
		kind,
		sheets: tables.flatMap((t) => (t.sheet === null ? [] : [t.sheet])),
		tables: wanted.map(({ table, how }) => ({
			path: named ? `${path}#${table.sheet!}` : path,
			sheet: table.sheet,
			source: table.source,
			encoding: table.encoding,
			how
		})),
		warnings: all.filter((s) => !wanted.includes(s)).map(({ table, how }) => leftOut(table, how)),
		unreadable: null
	};
}

interface Sighted {
	table: OpenedTable;
	how: Understanding;
}

/** The table that was asked for; else the visible ones of known data sets; else the fullest visible one. */
function chosen(all: Sighted[], sheet: string | undefined): Sighted[] {
	const asked = all.filter(({ table }) => sheet !== undefined && table.sheet === sheet);
	if (asked.length > 0) return asked;
	const visible = all.filter(({ table }) => !table.hidden);
	const known = visible.filter(({ how }) => how.mapping !== null);
	if (known.length > 0) return known;
	const fullest = [...visible].sort((a, b) => weight(b.table) - weight(a.table))[0];
	return fullest ? [fullest] : [];
}

const weight = ({ rows, width }: OpenedTable): number => rows * Math.min(width, 8);

/** What is said of a table that isn't read: it is a loss where it looks like records. */
function leftOut({ sheet, hidden, rows, width }: OpenedTable, how: Understanding): Warning {
	const records = how.mapping ? Math.max(0, rows - how.headerRecords) : rows;
	const isTable = hidden ? how.mapping !== null : width > 2 || (rows > 1 && width > 1);
	const [code, detail] = [hidden ? 'hidden_sheet' : 'unread_sheet', how.mapping?.dataset ?? ''] as const;
	return (isTable ? loss : note)(code, sheet ?? '', detail, records);
}

/** What counts in sums: one number that stands for several records would count several times. */
const SUMMED = new Set(['amount', 'points', 'any']);

/** That a number in merged cells counts for each of its records. */
const mergedNumbers = ({ merged }: OpenedTable, { mapping }: Understanding): Warning[] =>
	Object.entries(mapping?.columns ?? {})
		.filter(([column, at]) => {
			const { family } = datasetOf(mapping!.dataset).columns.find((c) => c.column === column)!;
			return family !== undefined && SUMMED.has(family) && merged.includes(at);
		})
		.map(([column]) => loss('merged_number', column));

/** How a table is read. A sheet's header ends at its last filled cell, so that a cell beyond it is one too many. */
async function sheetOf(table: OpenedTable, asked: Asked): Promise<Understanding> {
	const { layouts, given } = { ...asked, ...asked.bySheet?.(table.sheet) };
	const known = { ...(layouts && { layouts }), ...(given && { given }) };
	const how = await understand(table.source, table.encoding, known);
	const warnings = [...table.warnings, ...how.warnings, ...mergedNumbers(table, how)];
	const asks = table.encoding.unsure
		? [{ kind: 'encoding' as const, column: '', said: [table.encoding.encoding] }, ...how.asks]
		: how.asks;
	if (table.encoding.unsure) warnings.unshift(loss('ambiguous_encoding', '', table.encoding.encoding));
	const header =
		table.sheet === null
			? how.header
			: how.header.slice(0, how.header.findLastIndex((c) => c.trim() !== '') + 1);
	return { ...how, header, asks, warnings };
}
