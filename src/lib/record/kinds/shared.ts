import { z } from '../../policy/zod';
import type { Say } from '../kind';
import type { State } from '../steps';

/** A month, `YYYY-MM`. */
export const month = z.string().check(z.regex(/^\d{4}-\d{2}$/));
/** A day, `YYYY-MM-DD`. */
export const day = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/));
/** A decimal as text. */
export const decimal = z.string().check(z.regex(/^-?\d+(\.\d+)?$/));
/** An earlier entry, by its number. */
export const seq = z.int().check(z.minimum(1));

/** A file that is kept as evidence with an entry, its size in bytes. */
export const attachment = z.object({
	sha256: z.string(),
	name: z.string(),
	size: z.int().check(z.minimum(0))
});

/** Names of a file in the log. */
export const file = z.object({ sha256: z.string(), path: z.string() });

/** The states in which what a month counts can still change. */
export const COUNTING: State[] = ['open', 'calculated', 'published', 'appeals'];

export const UNSEALED: State[] = [...COUNTING, 'signed'];

const SHOWN = 3;

/** Paths of files in a sentence, the first three by name. */
export const paths = (files: { path: string }[], { t, listed }: Say): string =>
	files.length > SHOWN
		? t('log.import.more', { files: listed(files.slice(0, SHOWN).map((f) => f.path)), count: files.length })
		: listed(files.map((f) => f.path));
