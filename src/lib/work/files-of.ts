import type { Mapping } from '../intake/header';
import type { Understanding } from '../intake/understanding';
import type { SurveyReport, TableReport } from '../intake/messages';
import type { Dropped } from './files';
import type { FileMeta, WorkFile } from '../record/file';

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
		...(table.sheet === null ? { encoding: table.encoding } : {}),
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

/** A file without the bytes that it was imported with. */
export function withoutBytes(file: WorkFile & { blob?: Blob }): WorkFile {
	const { blob: _, ...rest } = file;
	return rest;
}

/** The part of a file that the record keeps. */
export function stored({ sha256, number: _, ...rest }: WorkFile & { blob?: Blob }): {
	sha256: string;
	meta: FileMeta;
} {
	const { blob: __, ...meta } = rest;
	return { sha256, meta };
}
