import { invalidate } from '$app/navigation';
import { navigating } from '$app/state';

/** What pages depend on, to be loaded anew when results are. */
export const RESULTS = 'kaohe:results';

/** Loads what is shown by the results there are now, once a page that was asked for is there: SvelteKit would drop the way to it for this. */
export async function renew(): Promise<void> {
	let { complete } = navigating;
	while (complete) {
		await complete.catch(() => {});
		// one that was given up for nothing else stays the last
		complete = navigating.complete === complete ? null : navigating.complete;
	}
	await invalidate(RESULTS);
}
