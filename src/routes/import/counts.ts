import type { RepeatRow } from '$lib/sql/rows';
import type { WorkFile } from '$lib/record/file';

/** Where every record of a file went; they add up to `records`. */
export interface Counts {
	records: number;
	accepted: number;
	rejected: number;
	duplicate: number;
	preamble: number;
	footer: number;
	blank: number;
}

/** A file's counts, with duplicates and conflicts found across files. */
export function countsOf(file: WorkFile, repeats: RepeatRow[]): Counts {
	const mine = repeats.filter((r) => r.source_file === file.number);
	const duplicate = mine.filter((r) => r.kind === 'duplicate').length;
	const { records, accepted, rejected, preamble, footer, blank } = file.tally;
	return {
		records,
		accepted: accepted - mine.length,
		rejected: rejected + mine.length - duplicate,
		duplicate,
		preamble,
		footer,
		blank
	};
}
