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
