import type { Workspace } from './workspace.svelte';

/** Scores what is in the engine, which is opened and filled first where it isn't. */
export const follow = async ({ engine, scores }: Workspace): Promise<void> =>
	scores.publish(await engine.filled());

/** Reads every file anew, because what their cells mean has changed, and scores them. */
export const readAnew = async ({ engine, scores }: Workspace): Promise<void> =>
	scores.publish(await engine.refilled());

/** The last file went: nothing is scored. */
export async function becomeEmpty({ engine, scores }: Workspace): Promise<void> {
	await engine.drop();
	await scores.clear();
	scores.onresults();
}

/** Another record stands in this one's place: everything is taken from it. */
export async function startAnew(work: Workspace): Promise<void> {
	await work.engine.drop();
	work.inputs.attention = [];
	await work.log.reread();
	await work.restore();
	work.log.tell();
	if (work.pending && !work.log.fault) await follow(work);
	work.scores.onresults();
}
