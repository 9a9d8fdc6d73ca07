/** How many random cases a test takes where it has time; fewer where the environment says so. */
export const randomSets = (most: number): number =>
	Math.min(most, Number(process.env['RANDOM_SETS'] ?? most));
