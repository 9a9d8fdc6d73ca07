const FIRST = ['branches', 'people'];

/** The order in which files are read: what others refer to comes first, then by path in code-point order. */
export function readingOrder<T extends { path: string; dataset: string | null }>(files: T[]): T[] {
	const turn = (file: T): number => {
		const at = FIRST.indexOf(file.dataset ?? '');
		return at < 0 ? FIRST.length : at;
	};
	return [...files].sort((a, b) => turn(a) - turn(b) || comparePaths(a.path, b.path));
}

/** Compares texts by code point. */
export function comparePaths(a: string, b: string): number {
	const [left, right] = [[...a], [...b]];
	for (let i = 0; i < Math.min(left.length, right.length); i++)
		if (left[i] !== right[i]) return left[i]!.codePointAt(0)! - right[i]!.codePointAt(0)!;
	return left.length - right.length;
}
