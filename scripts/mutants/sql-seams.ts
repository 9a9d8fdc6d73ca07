/** What the run puts in place of the house's own: texts of relations, and what is done whenever an engine was filled or shown something. */
export const seams = {
	texts: new Map<string, string>(),
	/** Called once results stand. */
	onStanding: (): Promise<void> => Promise.resolve(),
	/** How often results were computed so far. */
	computations: 0,
	/** How many of them its tables have seen since they were made. */
	sinceMade: 0,
	/** True while results are being computed: what is asked then isn't what a test looks at. */
	isComputing: false
};

/** A step of the computation that tells when it is done. */
export const telling =
	<Args extends unknown[]>(step: (...args: Args) => Promise<void>) =>
	async (...args: Args): Promise<void> => {
		seams.isComputing = true;
		try {
			await step(...args);
			seams.computations++;
			seams.sinceMade++;
			await seams.onStanding();
		} finally {
			seams.isComputing = false;
		}
	};
