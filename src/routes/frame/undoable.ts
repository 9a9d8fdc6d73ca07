import { toast } from 'svelte-sonner';
import { t } from '$lib/language/language.svelte';
import type { Workspace } from '$lib/work/workspace.svelte';

/** How long, in milliseconds, one can take something back: long enough to read it, look and aim. */
const OFFERED = 20_000;

/** Says what was done and offers to take it back, once, in the record in which it was done. */
export function undoable(workspace: Workspace, sentence: string, undo: () => Promise<unknown>): void {
	const { name } = workspace;
	const { hash } = workspace.log.whole;
	toast.success(sentence, {
		duration: OFFERED,
		action: {
			label: t('action.undo'),
			onClick: () => {
				const isSame = hash === '' || workspace.events.some((event) => event.hash === hash);
				if (workspace.name !== name || !isSame) return void toast.info(t('undo.elsewhere'));
				void undo();
			}
		}
	});
}
