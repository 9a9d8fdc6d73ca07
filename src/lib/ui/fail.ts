import { toast } from 'svelte-sonner';

/** Says what failed, until whoever reads it closes it. */
export const fail = (error: unknown): void =>
	void toast.error(error instanceof Error ? error.message : String(error), { duration: Infinity });
