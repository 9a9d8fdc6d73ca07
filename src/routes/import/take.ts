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
	const before = workspace.inputs.files;
	const wasSample = workspace.name === 'sample';
	try {
		const added = await importFiles(workspace, dropped);
		if (wasSample) toast.info(t('import.leftSample'));
		if (added.length === 0) return void toast.info(t('import.nothing'));
		const replaces =
			!wasSample && before.some((f) => !workspace.inputs.files.some((now) => now.sha256 === f.sha256));
		const done = t('import.done', { count: added.length });
		if (replaces) toast.success(done);
		else undoable(workspace, done, () => removeFiles(workspace, added));
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
