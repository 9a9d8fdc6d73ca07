import type { Results } from '../sql/rows';
import type { WorkFile } from '../record/file';

/** Kept results name files by the numbers of the session that made them. */
export function renumbered(kept: [string, number][], results: Results, files: WorkFile[]): Results {
	const numbers = new Map(
		kept.map(([sha256, old]) => [old, files.find((f) => f.sha256 === sha256)?.number ?? -1])
	);
	const named = <Of extends { source_file: number }>(rows: Of[]): Of[] =>
		rows.map((row) => ({ ...row, source_file: numbers.get(row.source_file) ?? -1 }));
	return { ...results, repeats: named(results.repeats), origins: named(results.origins) };
}
