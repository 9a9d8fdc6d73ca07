import type { Scale } from '../intake/reader';
import type { Understanding } from '../intake/understanding';
import { layoutSignature } from '../intake/layout';

/** Those of a data set and layout whose satisfaction is numeric share a scale: what one file shows holds for all, however an export was cut. */
export const scaleGroup = ({ dataset, how }: { dataset: string | null; how: Understanding }): string =>
	`${dataset ?? ''}\u001f${layoutSignature(how.header)}`;

/** Whether a file was read by another scale than its group shows. */
export const isOffScale = (
	file: Parameters<typeof scaleGroup>[0] & { scale: Scale | null; readBy: Scale },
	scales: Map<string, Scale>
): boolean => file.scale !== null && scales.get(scaleGroup(file)) !== file.readBy;

/** The scale of each group of files, as far as reading showed. */
export function scalesOf(
	files: { dataset: string | null; how: Understanding; scale: Scale | null }[]
): Map<string, Scale> {
	const scales = new Map<string, Scale>();
	for (const file of files) {
		const key = scaleGroup(file);
		if (file.scale !== null) scales.set(key, Math.max(file.scale, scales.get(key) ?? 5) as Scale);
	}
	return scales;
}
