import { comparePaths } from '../src/lib/compute/reading-order';
import type { Row } from '../src/lib/engine/engine';
import type { Read } from '../src/lib/compute/read-in-process';
import { datasetOf } from '../src/lib/intake/dataset';
import type { Reject } from '../src/lib/intake/reject';
import { rejectText, warningText } from '../src/lib/intake/sentences';
import type { Lang } from '../src/lib/language/text';
import type { CsvCell } from '../src/lib/sheets/csv';
import type { FileWarning } from './sources';

type Table = [header: string[], rows: CsvCell[][]];

const byPath = (files: Read[]): Read[] => [...files].sort((a, b) => comparePaths(a.path, b.path));

/** intake.csv: where every record of every file went (cli.md). */
export function intakeRows(files: Read[], repeats: Row[]): Table {
	const header =
		'file,dataset,encoding,delimiter,records,accepted,rejected,duplicate,preamble,footer,blank'.split(',');
	const rows = byPath(files).map((file): CsvCell[] => {
		const mine = repeats.filter((r) => r['source_file'] === file.number);
		const duplicate = mine.filter((r) => r['kind'] === 'duplicate').length;
		const t = file.outcome.tally;
		const delimiter = file.how.delimiter === '\t' ? 'tab' : file.how.delimiter;
		const conflict = mine.length - duplicate;
		return [
			file.path,
			file.dataset ?? '',
			file.kind,
			delimiter,
			t.records,
			t.accepted - mine.length,
			t.rejected + conflict,
			duplicate,
			t.preamble,
			t.footer,
			t.blank
		];
	});
	return [header, rows];
}

/** rejects.csv: one row a rejected record, conflicts among them (cli.md). */
export function rejectRows(files: Read[], repeats: Row[], lang: Lang): Table {
	const header = 'file,record,line,column,value,code,message'.split(',');
	const rows = byPath(files).flatMap((file) => {
		const conflicts = repeats
			.filter((r) => r['source_file'] === file.number && r['kind'] === 'conflict')
			.map((r): Reject => ({
				record: Number(r['source_record']),
				line: Number(r['source_line']),
				column: datasetOf(String(r['dataset'])).key[0]!,
				value: String(r['key']).replaceAll('\u001f', '/'),
				code: 'conflict'
			}));
		return [...file.rejects, ...conflicts]
			.sort((a, b) => a.record - b.record)
			.map((r): CsvCell[] => [
				file.path,
				r.record,
				r.line,
				r.column,
				r.value,
				r.code,
				rejectText(lang, file.dataset, r)
			]);
	});
	return [header, rows];
}

/** warnings.csv: what wasn't read as a whole, or only by a guess, losses before notes (cli.md). */
export function warningRows(warnings: FileWarning[], lang: Lang): Table {
	const header = 'file,severity,code,column,records,message'.split(',');
	const rows = warnings.map(({ file, dataset, warning }): CsvCell[] => [
		file,
		warning.severity,
		warning.code,
		warning.column,
		warning.records,
		warningText(lang, dataset, warning)
	]);
	const key = (row: CsvCell[]): string[] => [row[0], row[1], row[2], row[3], row[5]].map(String);
	return [
		header,
		rows.sort((a, b) => {
			const [left, right] = [key(a), key(b)];
			const at = left.findIndex((cell, i) => cell !== right[i]);
			return at < 0 ? 0 : comparePaths(left[at]!, right[at]!);
		})
	];
}
