import type { Attachment } from '../record/attachments';
import { sha256 } from '../intake/hash';

/** A chosen file as evidence: what the entry says of it, and the bytes to keep; nothing where none was chosen. */
export async function attach(
	file: File | null
): Promise<{ said: { attachment?: Attachment }; bytes: { sha256: string; blob: Blob }[] }> {
	if (!file) return { said: {}, bytes: [] };
	const content = await file.arrayBuffer();
	const sha = await sha256(content);
	return {
		said: { attachment: { sha256: sha, name: file.name, size: file.size } },
		bytes: [{ sha256: sha, blob: new Blob([content]) }]
	};
}
