import type { DataOf } from '../record/kinds';
import type { Situation } from './life';

/** Data sets that other files refer to: they are never deleted. */
const REFERRED = ['branches', 'people'];

/** The files of a sealed month that belong to sealed months alone: their bytes may be deleted. */
export function erasable(
	{ files, results, sealed }: Pick<Situation, 'files' | 'results' | 'sealed'>,
	month: string
): DataOf['erase']['removed'] {
	const inputs = new Set(sealed.get(month)?.inputs.map((input) => input.sha256));
	const isSealed = (number: number): boolean =>
		results.origins.every((o) => o.source_file !== number || sealed.has(o.month));
	return files
		.filter((f) => inputs.has(f.sha256) && !REFERRED.includes(f.dataset) && isSealed(f.number))
		.map(({ sha256, path }) => ({ sha256, path }));
}
