import type { z } from '../policy/zod';

/** The browser's own small storage; where a setting forbids it, what is said holds until the page is left. */
const memory = new Map<string, string>();

function tried<T>(use: (storage: Storage) => T, otherwise: () => T): T {
	try {
		return use(localStorage);
	} catch {
		// nothing else can be kept either: the record says so, in its own words
		return otherwise();
	}
}

/** Small things of this machine: language, who is here, what was saved last. */
export const local = {
	getItem: (key: string): string | null =>
		tried(
			(s) => s.getItem(key),
			() => memory.get(key) ?? null
		),
	setItem: (key: string, value: string): void =>
		tried(
			(s) => s.setItem(key, value),
			() => void memory.set(key, value)
		),
	removeItem: (key: string): void =>
		tried(
			(s) => s.removeItem(key),
			() => void memory.delete(key)
		)
};

/** What is kept under a key; null where nothing is, or something that isn't of its shape (someone wrote it by hand). */
export function noted<T>(key: string, shape: z.ZodMiniType<T>): T | null {
	const text = local.getItem(key);
	if (text === null) return null;
	return shape.safeParse(jsonOf(text)).data ?? null;
}

/** Text as JSON; undefined where it is none. */
function jsonOf(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch (error) {
		if (error instanceof SyntaxError) return undefined;
		throw error;
	}
}
