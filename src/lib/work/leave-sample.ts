import type { Workspace } from './workspace.svelte';

/** Removes the sample and goes back to the user's own files. */
export const removeSample = (work: Workspace): Promise<void> =>
	work.queue.exchange(
		() => leaveSample(work),
		() => Promise.resolve()
	);

/** Goes back to the user's own files, where the sample is open. */
export async function leaveSample(work: Workspace): Promise<void> {
	if (work.name !== 'sample') return;
	await work.log.empty();
	await work.switchTo('own');
}
