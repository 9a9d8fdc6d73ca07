import { zipSync } from 'fflate';

/** Files as one archive, not packed again: what is encrypted doesn't get smaller. */
export const zipped = (files: { name: string; bytes: Uint8Array }[]): Uint8Array =>
	zipSync(Object.fromEntries(files.map(({ name, bytes }) => [name, bytes])), { level: 0 });
