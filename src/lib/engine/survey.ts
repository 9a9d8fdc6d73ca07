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
		return { source, opened, how, unreadable: null };
	} catch (error) {
		if (!(error instanceof Unreadable)) throw error;
		return { source, opened: null, how: null, unreadable: error };
	}
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
