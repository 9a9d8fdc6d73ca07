import type { Vocabulary } from '../intake/vocabulary';
import type { SurveyReport } from '../engine/intake-messages';
import type { Row } from '../engine/engine';
import type { Dropped, FileMeta, WorkFile } from './files';
import type { Results } from './results';

/** A word list's values without a word. */
export const without = (values: Vocabulary[string], word: string): Vocabulary[string] =>
	Object.fromEntries(
		Object.entries(values).map(([value, words]) => [value, words.filter((w) => w !== word)])
	);

/** Whether an error is the engine's own end, after which it must be opened anew. */
export const isTrap = (error: unknown): boolean =>
	error instanceof Error &&
	/unreachable|memory access out of bounds|function signature mismatch|table index/i.test(error.message);

/** A file that is about to be read, with what was taken out of it. */
export interface Candidate {
	dropped: Dropped;
	report: SurveyReport;
	original?: string;
	scrubbed?: string[];
}

/** A file as it is before it is read. */
export function newFile({ dropped, report, original, scrubbed }: Candidate, number: number): WorkFile {
	const { how, sha256, kind, sheet, sheets } = report;
	return {
		sha256,
		number,
		path: dropped.path,
		size: dropped.blob.size,
		importedAt: new Date().toISOString(),
		dataset: how!.mapping!.dataset,
		kind: kind || 'utf-8',
		sheet,
		sheets,
		how: how!,
		tally: { records: 0, accepted: 0, rejected: 0, preamble: 0, footer: 0, blank: 0, shapeRejects: 0 },
		rejects: [],
		mismatch: null,
		checkpoints: [],
		precedence: 0,
		...(original === undefined ? {} : { original, scrubbed: scrubbed ?? [] })
	};
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
export function renumbered(
	kept: { files: [string, number][]; results: Results },
	files: WorkFile[]
): Results {
	const numbers = new Map(
		kept.files.map(([sha256, old]) => [old, files.find((f) => f.sha256 === sha256)?.number ?? -1])
	);
	const named = (rows: Row[] | undefined): Row[] =>
		(rows ?? []).map((row) => ({ ...row, source_file: numbers.get(Number(row['source_file'])) ?? -1 }));
	return { ...kept.results, repeats: named(kept.results.repeats), origins: named(kept.results.origins) };
}
