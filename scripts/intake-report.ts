import { comparePaths } from '../src/lib/engine/survey';
import type { Row } from '../src/lib/engine/engine';
import { columnTitle, datasetOf } from '../src/lib/intake/dataset';
import { message, type MessageKey } from '../src/lib/i18n/messages';
import type { Lang } from '../src/lib/i18n/text';
import type { CsvCell } from '../src/lib/sheets/csv';
import type { LoadedFile } from './headless';

type Table = [header: string[], rows: CsvCell[][]];

const byPath = (files: LoadedFile[]): LoadedFile[] => [...files].sort((a, b) => comparePaths(a.path, b.path));

/** intake.csv: where every record of every file went (cli.md). */
export function intakeRows(files: LoadedFile[], repeats: Row[]): Table {
	const header =
		'file,dataset,encoding,delimiter,records,accepted,rejected,duplicate,preamble,footer,blank'.split(',');
	const rows = byPath(files).map((file): CsvCell[] => {
		const mine = repeats.filter((r) => r['source_file'] === file.number);
		const duplicate = mine.filter((r) => r['kind'] === 'duplicate').length;
		const t = file.tally ?? { records: 0, accepted: 0, rejected: 0, preamble: 0, footer: 0, blank: 0 };
		const delimiter = file.how?.delimiter === '\t' ? 'tab' : (file.how?.delimiter ?? '');
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
export function rejectRows(files: LoadedFile[], repeats: Row[], lang: Lang): Table {
	const header = 'file,record,line,column,value,code,message'.split(',');
	const rows = byPath(files).flatMap((file) => {
		const conflicts = repeats
			.filter((r) => r['source_file'] === file.number && r['kind'] === 'conflict')
			.map((r) => ({
				record: Number(r['source_record']),
				line: Number(r['source_line']),
				column: datasetOf(String(r['dataset'])).key[0]!,
				value: String(r['key']).replaceAll('\u001f', '/'),
				code: 'conflict' as const
			}));
		return [...file.rejects, ...conflicts]
			.sort((a, b) => a.record - b.record)
			.map((r): CsvCell[] => {
				const key: MessageKey = file.dataset === null ? 'reject.unknown_dataset' : `reject.${r.code}`;
				const text = message(lang, key, {
					column: file.dataset === null ? r.column : columnTitle(datasetOf(file.dataset), r.column, lang),
					value: r.value
				});
				return [file.path, r.record, r.line, r.column, r.value, r.code, text];
			});
	});
	return [header, rows];
}
