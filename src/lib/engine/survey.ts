import { openFile, Unreadable, type Opened } from '../intake/open-file';
import type { ByteSource } from '../intake/source';
import { understand, type Layout, type Understanding } from '../intake/understand';

/** A file that was opened and understood, or why it wasn't. */
export type Surveyed =
	| { source: ByteSource; opened: Opened; how: Understanding; unreadable: null }
	| { source: ByteSource; opened: null; how: null; unreadable: Unreadable };

/** Opens a file and finds out how it is to be read; `seen` is shown its bytes. */
export async function survey(
	source: ByteSource,
	layouts: ReadonlyMap<string, Layout>,
	sheet?: string,
	seen?: (slice: Uint8Array) => void
): Promise<Surveyed> {
	try {
		const opened = await openFile(source, sheet, seen);
		const how = await understand(opened.source, opened.encoding, layouts);
		return { source, opened, how: ofSheet(opened, how), unreadable: null };
	} catch (error) {
		if (!(error instanceof Unreadable)) throw error;
		return { source, opened: null, how: null, unreadable: error };
	}
}

/** A sheet's header ends at its last filled cell, so that a cell beyond it is one too many; other sheets with rows are warned of. */
function ofSheet(opened: Opened, how: Understanding): Understanding {
	if (!['xlsx', 'xls', 'html'].includes(opened.kind)) return how;
	const header = how.header.slice(0, how.header.findLastIndex((cell) => cell.trim() !== '') + 1);
	const others = opened.sheets.filter((name) => name !== opened.sheet).map((name) => `unread_sheet:${name}`);
	return { ...how, header, warnings: [...how.warnings, ...others] };
}

const FIRST = ['branches', 'people'];

/** The order in which files are read: what others refer to comes first, then by path in code-point order. */
export function readingOrder<T extends { path: string; dataset: string | null }>(files: T[]): T[] {
	const turn = (file: T): number => {
		const at = FIRST.indexOf(file.dataset ?? '');
		return at < 0 ? FIRST.length : at;
	};
	return [...files].sort((a, b) => turn(a) - turn(b) || comparePaths(a.path, b.path));
}

/** Compares texts by code point. */
export function comparePaths(a: string, b: string): number {
	const [left, right] = [[...a], [...b]];
	for (let i = 0; i < Math.min(left.length, right.length); i++)
		if (left[i] !== right[i]) return left[i]!.codePointAt(0)! - right[i]!.codePointAt(0)!;
	return left.length - right.length;
}
