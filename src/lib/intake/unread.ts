import exportsFile from '../../../data/exports.json';
import { DATASETS, datasetOf } from './dataset';
import type { UnreadableCode } from './open-file';
import { plain } from './plain';
import type { Understanding } from './understanding';
import { loss, note, type Warning } from './warning';

/** Files that a system or a program leaves beside exports: they are named, and are no loss. */
const SYSTEM =
	/(?:^|\/)(?:\.(?![^/]*\.(?:csv|tsv|txt|xls[xmb]?|ods)$)[^/]*|Thumbs\.db|desktop\.ini|~\$[^/]*|__MACOSX\/.*)$/i;

/** Whether a file is one that a system or a program left there. */
export const isSystemFile = (path: string): boolean => SYSTEM.test(path);

/** Formats in which no export comes: such a file is a loss only where its name is a data set's or a table's. */
const NEVER_EXPORTS: UnreadableCode[] = ['image', 'pdf', 'document', 'slides', 'rtf', 'empty'];

/** Endings of files that are handed over as tables. */
const TABLES = /\.(?:csv|tsv|txt|xls[xmb]?|ods|et|numbers|zip)$/i;

/** What is said of a file that can't be read. */
export function unreadWarning(
	path: string,
	{ code, detail }: { code: UnreadableCode; detail: string }
): Warning {
	const said = detail === '' ? code : `${code}:${detail}`;
	const harmless = NEVER_EXPORTS.includes(code) && !TABLES.test(path) && namedAfter(path) === null;
	return (harmless ? note : loss)('unread_file', '', said);
}

/** What is said of a file of the system. */
export const systemWarning = (): Warning => note('unread_file', '', 'system');

const MORE: Record<string, string[]> = exportsFile.file_names;

/** The data set that a file's name tells, by its name or title in either language; null where it tells none. */
export function namedAfter(path: string): string | null {
	const name = plain(path.slice(path.lastIndexOf('/') + 1)).toLowerCase();
	const named = DATASETS.filter(({ dataset, title }) =>
		[dataset, title.zh, title.en.toLowerCase(), ...(MORE[dataset] ?? [])].some((word) => name.includes(word))
	).map(({ dataset }) => dataset);
	// a branch's or a person's own export often names whose it is
	return named.find((dataset) => dataset !== 'branches' && dataset !== 'people') ?? named[0] ?? null;
}

/** A warning as it weighs on persons' scores, which rest on columns that branches' don't need. */
export const forPersons = (warning: Warning): Warning =>
	warning.code === 'missing_column' ? { ...warning, severity: 'loss' } : warning;

/** A table as far as its columns are told. */
interface Told {
	path: string;
	dataset: string | null;
	how: Understanding;
}

/** Columns that scores need beside other data sets, or under the readings that were chosen (`reading=choice`), and that a table lacks. */
export function lackingBeside<T extends Told>(
	tables: T[],
	chosen: ReadonlySet<string>
): { table: T; warning: Warning }[] {
	const there = new Set(tables.map((t) => t.dataset));
	return tables.flatMap((table) => {
		const { mapping } = table.how;
		if (!mapping) return [];
		return datasetOf(mapping.dataset)
			.columns.filter(({ column, needed_with: beside, needed_by: by }) => {
				const needed = (beside !== undefined && there.has(beside)) || (by !== undefined && chosen.has(by));
				return needed && !(column in mapping.columns) && !(column in mapping.implied);
			})
			.map(({ column }) => ({ table, warning: loss('missing_column', column) }));
	});
}
