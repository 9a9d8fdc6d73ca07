import type { Mapping } from '../intake/header';
import type { Understanding } from '../intake/understand';
import type { Vocabulary } from '../intake/vocabulary';
import type { SurveyReport, TableReport } from '../engine/intake-messages';
import { note, type Warning, type WarningCode } from '../intake/warning';
import { EngineClosed } from '../engine/closed';
import type { Dropped, FileMeta, WorkFile } from './files';
import { t } from './preferences.svelte';
import type { Results } from '../compute/rows';

/** A word list's values without a word. */
export const without = (values: Vocabulary[string], word: string): Vocabulary[string] =>
	Object.fromEntries(
		Object.entries(values).map(([value, words]) => [value, words.filter((w) => w !== word)])
	);

/** Whether an error is the engine's own end, after which it must be opened anew. */
export const isTrap = (error: unknown): boolean =>
	error instanceof Error &&
	(error instanceof EngineClosed ||
		/unreachable|memory access out of bounds|function signature mismatch|table index/i.test(error.message));

/** The units of a mapping that hold for a layout: those that a title gave are the file's own. */
export const statedUnits = (
	{ warnings, mapping: found }: Understanding,
	{ units }: Mapping
): Mapping['units'] =>
	Object.fromEntries(
		Object.entries(units).filter(
			([column, unit]) =>
				unit !== found?.units[column] || !warnings.some((w) => w.code === 'from_title' && w.column === column)
		)
	);

/** A table that is about to be read, with what was taken out of it. */
export interface Candidate {
	dropped: Dropped;
	sha256: string;
	kind: SurveyReport['kind'];
	/** The sheets that can be read in its place. */
	sheets: string[];
	table: TableReport;
	original?: string;
	scrubbed?: string[];
}

/** The tables of a surveyed file as candidates; a sheet that isn't its file's only table is kept as its own text. */
export function candidatesOf(dropped: Dropped, report: SurveyReport): Candidate[] {
	const { sha256, kind, sheets, tables } = report;
	const apart = tables.length > 1 || dropped.sheet !== undefined;
	return tables.map((table): Candidate => {
		const own = apart ? table.own : null;
		const path = dropped.sheet !== undefined && table.sheet ? `${dropped.path}#${table.sheet}` : table.path;
		return {
			dropped: { ...dropped, path, ...(own && { blob: own.blob }) },
			sha256: own?.sha256 ?? sha256,
			kind,
			sheets: own ? [] : sheets,
			table,
			...(own && { original: sha256 })
		};
	});
}

/** A file as it is before it is read. */
export function newFile(candidate: Candidate, number: number): WorkFile {
	const { dropped, sha256, kind, sheets, table, original, scrubbed } = candidate;
	return {
		sha256,
		number,
		path: dropped.path,
		size: dropped.blob.size,
		importedAt: new Date().toISOString(),
		dataset: table.how.mapping!.dataset,
		kind: kind || 'utf-8',
		sheet: table.sheet,
		sheets,
		how: table.how,
		tally: { records: 0, accepted: 0, rejected: 0, preamble: 0, footer: 0, blank: 0, shapeRejects: 0 },
		rejects: [],
		mismatch: null,
		checkpoints: [],
		aside: [],
		answers: [],
		warnings: [],
		scale: null,
		readBy: 5,
		given: dropped.given ?? {},
		said: dropped.said ?? null,
		precedence: 0,
		...(original === undefined ? {} : { original }),
		...(scrubbed === undefined ? {} : { scrubbed })
	};
}

/** What an older version may lack of a file's understanding. */
type OldHow = Omit<FileMeta['how'], 'asks' | 'warnings'> & { warnings: (Warning | string)[] } & Partial<
		Pick<FileMeta['how'], 'asks'>
	>;
type OldMeta = Omit<FileMeta, 'how' | keyof Added> & Partial<Added> & { how: OldHow };
type Added = Pick<FileMeta, 'aside' | 'answers' | 'warnings' | 'scale' | 'readBy' | 'given' | 'said'>;
const ADDED: Added = { aside: [], answers: [], warnings: [], scale: null, readBy: 5, given: {}, said: null };

/** A file as an older version kept it, with what this one knows beside. */
export function upgraded(meta: OldMeta): FileMeta {
	const { how } = meta;
	const mapping = how.mapping && { ...{ units: {}, rivals: [], strange: [] }, ...how.mapping };
	return {
		...ADDED,
		...meta,
		how: { ...how, asks: how.asks ?? [], warnings: how.warnings.map(typedWarning), mapping }
	};
}

/** Older versions wrote a warning as `code:what`. */
function typedWarning(warning: Warning | string): Warning {
	if (typeof warning !== 'string') return warning;
	const at = warning.indexOf(':');
	return note(warning.slice(0, at) as WarningCode, warning.slice(at + 1));
}

/** A file without the bytes that it was imported with. */
export function withoutBytes(file: WorkFile & { blob?: Blob }): WorkFile {
	const { blob: _, ...rest } = file;
	return rest;
}

/** An error in words for whoever uses the page: what the browser says of a file that changed under it is no help. */
export function readable(error: unknown): Error {
	const found = error instanceof Error ? error : new Error(String(error));
	const { name, message } = found;
	if (name === 'NotReadableError' || message.includes('NotReadableError'))
		return new Error(t('error.fileChanged'));
	if (name === 'QuotaExceededError' || /quota/i.test(message)) return new Error(t('error.full'));
	return found;
}

/** The part of a file that the record keeps. */
export function stored({ sha256, number: _, ...rest }: WorkFile & { blob?: Blob }): {
	sha256: string;
	meta: FileMeta;
} {
	const { blob: __, ...meta } = rest;
	return { sha256, meta };
}

/** Kept results name files by the numbers of the session that made them. */
export function renumbered(kept: [string, number][], results: Results, files: WorkFile[]): Results {
	const numbers = new Map(
		kept.map(([sha256, old]) => [old, files.find((f) => f.sha256 === sha256)?.number ?? -1])
	);
	const named = <Of extends { source_file: number }>(rows: Of[]): Of[] =>
		rows.map((row) => ({ ...row, source_file: numbers.get(row.source_file) ?? -1 }));
	return { ...results, repeats: named(results.repeats), origins: named(results.origins) };
}
