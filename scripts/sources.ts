import { closeSync, openSync, readdirSync, readSync, realpathSync, statSync, type Dirent } from 'node:fs';
import { join, relative, resolve as resolvePath, sep } from 'node:path';
import { unpacked } from '../src/lib/intake/handed';
import { isSystemFile, systemWarning, unreadWarning } from '../src/lib/intake/unread';
import { Unreadable } from '../src/lib/intake/open-file';
import type { ByteSource } from '../src/lib/intake/source';
import { type Warning } from '../src/lib/intake/warning';
import { BadArguments } from './read-policies';

/** A warning with the file, sheet or table that it is of and its data set. */
export interface FileWarning {
	file: string;
	dataset: string | null;
	warning: Warning;
}

const isFile = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;

/** What lies below a folder, folders that are links searched, too; each real folder once. */
function entriesBelow(folder: string, seen = new Set<string>()): Dirent[] {
	const real = realpathSync(folder);
	if (seen.has(real)) return [];
	seen.add(real);
	return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
		const path = join(folder, entry.name);
		const isFolder = statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
		return isFolder ? entriesBelow(path, seen) : [entry];
	});
}

/** Every file below a folder; links are followed, and what lies in `except` (earlier results) is left out. */
export function filesBelow(folder: string, except: string | null): string[] {
	try {
		const own = except === null ? null : `${resolvePath(except)}${sep}`;
		const below =
			own !== null &&
			own.startsWith(`${resolvePath(folder)}${sep}`) &&
			own !== `${resolvePath(folder)}${sep}`;
		const paths = entriesBelow(folder)
			.filter((entry) => !below || !join(resolvePath(entry.parentPath), entry.name).startsWith(own))
			.filter((entry) => isFile(join(entry.parentPath, entry.name)))
			.map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'));
		if (paths.length === 0) throw new BadArguments(`--in ${folder}: the folder is empty`);
		return paths;
	} catch (error) {
		if (error instanceof BadArguments) throw error;
		throw new BadArguments(`--in ${folder}: ${(error as Error).message}`);
	}
}

/** A source that is a file on disk. */
export interface DiskSource extends ByteSource {
	file: string;
}

/** A file on disk as a source; `path` is how it is named in the results. */
export function diskSource(file: string, path: string): DiskSource {
	return {
		file,
		path,
		size: statSync(file).size,
		slice(from, to) {
			const bytes = new Uint8Array(to - from);
			const handle = openSync(file, 'r');
			try {
				const read = readSync(handle, bytes, 0, bytes.length, from);
				return Promise.resolve(bytes.subarray(0, read));
			} finally {
				closeSync(handle);
			}
		}
	};
}

/** The files of a list of sources with archives opened, each once; what is no export is left out with a warning. */
export async function handedOver(
	sources: ByteSource[]
): Promise<{ sources: ByteSource[]; warnings: FileWarning[] }> {
	const found: ByteSource[] = [];
	const warnings: FileWarning[] = [];
	for (const source of sources) {
		const aside = (warning: Warning): void =>
			void warnings.push({ file: source.path, dataset: null, warning });
		if (isSystemFile(source.path)) {
			aside(systemWarning());
			continue;
		}
		try {
			const members = await unpacked(source);
			for (const member of members ?? [source])
				if (isSystemFile(member.path))
					warnings.push({ file: member.path, dataset: null, warning: systemWarning() });
				else found.push(member);
		} catch (error) {
			if (!(error instanceof Unreadable)) throw error;
			aside(unreadWarning(source.path, error));
		}
	}
	return { sources: found, warnings };
}
