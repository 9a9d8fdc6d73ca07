import { Bomb, Locked, membersOf } from './archive';
import { formatOf } from './formats';
import { Unreadable } from './open-file';
import { bytesSource, type ByteSource } from './source';

/** An archive's files as sources, archives within archives opened once more; null where the source is no archive. Throws `Unreadable` where it can't be opened. */
export async function unpacked(source: ByteSource, depth = 0): Promise<ByteSource[] | null> {
	const head = await source.slice(0, Math.min(source.size, 4096));
	const whole = (): Promise<Uint8Array> => source.slice(0, source.size);
	if (source.size === 0 || (await formatOf(head, whole)) !== 'archive' || depth > 1) return null;
	try {
		const members = membersOf(await whole());
		const found: ByteSource[] = [];
		for (const { path, bytes } of members) {
			const member = bytesSource(`${source.path}/${path}`, bytes);
			found.push(...((await unpacked(member, depth + 1)) ?? [member]));
		}
		return found;
	} catch (error) {
		if (error instanceof Locked) throw new Unreadable('archive_password');
		if (error instanceof Bomb) throw new Unreadable('bomb', error.message);
		if (error instanceof Unreadable) throw error;
		throw new Unreadable('zip_damaged', error instanceof Error ? error.message : String(error));
	}
}
