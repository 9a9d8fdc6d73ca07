import { unzipSync, type UnzipFileInfo } from 'fflate';

/** A file of an archive, with its path in it. */
export interface Member {
	path: string;
	bytes: Uint8Array;
}

/** Why an archive isn't opened. */
export class Bomb extends Error {}

/** Thrown for an archive that needs a password. */
export class Locked extends Error {}

const MEMBER = [0x50, 0x4b, 0x03, 0x04];

/** Whether an archive's first member is encrypted. */
const isLocked = (bytes: Uint8Array): boolean =>
	MEMBER.every((byte, i) => bytes[i] === byte) && (bytes[6]! & 1) === 1;

const MOST_MEMBERS = 2000;
const MOST_BYTES = 2 ** 31 - 1;
const MOST_RATIO = 1000;

/** The files of a zip archive, folders and system files left out; throws `Bomb` where it holds too much or is packed too tightly to be exports, `Locked` where it needs a password. */
export function membersOf(bytes: Uint8Array): Member[] {
	if (isLocked(bytes)) throw new Locked();
	let [count, size] = [0, 0];
	const wanted = ({ name, originalSize, size: packed }: UnzipFileInfo): boolean => {
		if (name.endsWith('/')) return false;
		count++;
		size += originalSize;
		if (count > MOST_MEMBERS || size > MOST_BYTES)
			throw new Bomb(`${String(count)} files, ${String(size)} bytes`);
		if (originalSize > 2 ** 20 && originalSize > packed * MOST_RATIO)
			throw new Bomb(`${nameOf(name)}: ${String(originalSize)} bytes in ${String(packed)}`);
		return true;
	};
	const found = unzipSync(bytes, { filter: wanted });
	// two members of one name: the later would take the place of the earlier
	if (Object.keys(found).length !== count) throw new Bomb('two files of one name');
	return Object.entries(found).map(([name, content]) => ({ path: nameOf(name), bytes: content }));
}

/** A member's name: in UTF-8 where the archive says so, else as Chinese Windows writes it. */
function nameOf(name: string): string {
	const clean = (path: string): string => path.replaceAll('\\', '/').replace(/^(?:\.{0,2}\/)+/, '');
	const codes = [...name].map((c) => c.codePointAt(0)!);
	if (codes.every((c) => c < 0x80) || codes.some((c) => c > 0xff)) return clean(name);
	const bytes = Uint8Array.from(codes);
	for (const encoding of ['utf-8', 'gb18030'])
		try {
			return clean(new TextDecoder(encoding, { fatal: true }).decode(bytes));
		} catch {
			continue;
		}
	return clean(name);
}
