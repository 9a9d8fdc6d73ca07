import type { Policy } from './schema';

/** What one case adds to a measure: one, or its full mark where the mean of marks is read. */
export function caseSize(measure: string, { readings }: Pick<Policy, 'readings'>): number {
	const means = readings['satisfied_means'];
	if (measure !== 'satisfaction' || means?.choice !== 'mean_score') return 1;
	return means.alternatives['mean_score']?.amount ?? 1;
}
