/** A value as JSON text that is the same wherever it is made: keys by code unit, nothing undefined, numbers whole. */
export function canonical(value: unknown): string {
	if (value === null || typeof value === 'boolean' || typeof value === 'string') return JSON.stringify(value);
	if (typeof value === 'number') {
		if (!Number.isSafeInteger(value)) throw new Error(`canonical: ${String(value)} isn't a whole number`);
		return String(value);
	}
	if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
	if (typeof value !== 'object') throw new Error(`canonical: a ${typeof value} can't be written`);
	const entries = Object.entries(value).filter(([, v]) => v !== undefined);
	entries.sort(([a], [b]) => (a < b ? -1 : 1));
	return `{${entries.map(([key, v]) => `${JSON.stringify(key)}:${canonical(v)}`).join(',')}}`;
}
