import { t } from '../language/language.svelte';
import { BadFile, unlocked, type Opener } from '../record/locked';

/** What a signed file holds, and the key that signed it; throws in words, with the place, why it can't be opened. */
export const openLocked = async (file: File, by: Opener | null): Promise<{ value: unknown; key: string }> =>
	unlocked(new Uint8Array(await file.arrayBuffer()), by).catch((error: unknown) => {
		if (error instanceof BadFile) throw new Error(t(`handover.bad.${error.place}`, { file: file.name }));
		throw error;
	});
