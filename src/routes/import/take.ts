import { toast } from 'svelte-sonner';
import { ReadCancelled } from '$lib/intake/client';
import { t } from '$lib/language/language.svelte';
import { fail } from '$lib/ui/fail';
import type { Dropped } from '$lib/work/files';
import { importFiles, loadSample, removeFiles } from '$lib/work/import';
import { fetchSample } from '$lib/work/sample';
import { tour } from '$lib/work/tour.svelte';
import type { Workspace } from '$lib/work/workspace.svelte';
import { undoable } from '../frame/undoable';

/** Takes files in, says what came of it, and offers to undo. */
export async function take(workspace: Workspace, dropped: Dropped[]): Promise<void> {
	if (dropped.length === 0) return;
	const wasSample = workspace.name === 'sample';
	try {
		const { added, gone } = await importFiles(workspace, dropped);
		if (wasSample) toast.info(t('import.leftSample'));
		if (added.length === 0) return void toast.info(t('import.nothing'));
		const [first, second] = added;
		const done = second
			? t('import.done', { count: added.length })
			: t('import.doneOne', { path: first!.path });
		const numbers = added.map((f) => f.sha256);
		undoable(workspace, done, () => removeFiles(workspace, numbers, gone));
	} catch (error) {
		tell(error);
	}
}

/** Loads the sample, and offers to show the product by it. */
export async function takeSample(workspace: Workspace): Promise<void> {
	try {
		await loadSample(workspace, await fetchSample(), t('import.sampleBy'));
		tour.offer();
	} catch (error) {
		tell(error);
	}
}

function tell(error: unknown): void {
	if (error instanceof ReadCancelled) toast.info(t('import.cancelled'));
	else fail(t('state.error', { message: (error as Error).message }));
}
