import exportsFile from '../../../data/exports.json';
import { DATASETS } from './dataset';
import type { UnreadableCode } from './open-file';
import { plain } from './plain';
import { loss, note, type Warning } from './warning';

/** Files that a system or a program leaves beside exports: they are named, and are no loss. */
const SYSTEM = /(?:^|\/)(?:\.[^/]*|Thumbs\.db|desktop\.ini|~\$[^/]*|__MACOSX\/.*)$/i;

/** Whether a file is one that a system or a program left there. */
export const isSystemFile = (path: string): boolean => SYSTEM.test(path);

/** Formats in which no export comes: such a file is a loss only where its name is a data set's. */
const NEVER_EXPORTS: UnreadableCode[] = ['image', 'pdf', 'document', 'slides', 'rtf', 'empty'];

/** What is said of a file that can't be read. */
export function unreadWarning(
	path: string,
	{ code, detail }: { code: UnreadableCode; detail: string }
): Warning {
	const said = detail === '' ? code : `${code}:${detail}`;
	const harmless = NEVER_EXPORTS.includes(code) && namedAfter(path) === null;
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
