let loading: Promise<typeof import('../compute/workbench')> | null = null;

/** The engine's side of the work, with DuckDB's own code; fetched when a file or rows are first needed. */
export const workbench = (): Promise<typeof import('../compute/workbench')> =>
	// kept: to import again what is there waits for a task, which a frame may come before
	(loading ??= import('../compute/workbench').catch((error: unknown) => {
		loading = null;
		throw error;
	}));
