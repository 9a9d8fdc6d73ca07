import { asideOf, dropAside } from '../record/aside';
import { backup, readBackup } from '../record/backup';
import type { LogEvent } from '../record/event';
import type { FileMeta } from '../record/file';
import { Store } from '../record/store';
import { databaseOf } from '../record/stores';
import { startAnew } from './follow';
import { leaveSample } from './leave-sample';
import type { Workspace } from './workspace.svelte';

/** Everything that the record holds, as one file. */
export const saveBackup = ({ queue, log }: Workspace): Promise<Blob> =>
	queue.derive(() => backup(log.store, new Date().toISOString()));

/** The log that a backup would take the place of: the user's own, also while the sample is open. */
async function ownEvents({ name, events }: Workspace): Promise<LogEvent[]> {
	if (name !== 'sample') return events;
	const store = await Store.open<FileMeta>('own', { onblocked: () => {}, onoutrun: () => {} });
	try {
		return await store.events();
	} finally {
		store.close();
	}
}

/** What restoring a backup would lose: how many entries are here that it lacks; 0 where it goes on from here. */
export async function lossOf(work: Workspace, file: Blob): Promise<number> {
	const found = await readBackup<FileMeta>(file);
	const events = await ownEvents(work);
	const same = events.findIndex((event, at) => found.events[at]?.hash !== event.hash);
	return same < 0 ? 0 : events.length - same;
}

/** Puts a backup in place of the user's own data, and leaves the sample for it; throws with the place where it is damaged, and changes nothing then. */
export const restoreBackup = (work: Workspace, file: Blob): Promise<void> =>
	work.queue.exchange(
		async () => {
			const found = await readBackup<FileMeta>(file);
			await leaveSample(work);
			await work.log.replace(found);
		},
		() => startAnew(work)
	);

/** The versions of the database that were set aside before an upgrade. */
export const asides = ({ name }: Workspace): Promise<number[]> => asideOf(databaseOf(name));

/** A copy that was set aside, as a backup. */
export async function asideBackup({ name }: Workspace, version: number): Promise<Blob> {
	const store = await Store.openAside<FileMeta>(name, version);
	try {
		return await backup(store, new Date().toISOString());
	} finally {
		store.close();
	}
}

/** Removes a copy that was set aside. */
export const removeAside = ({ name }: Workspace, version: number): Promise<void> =>
	dropAside(databaseOf(name), version);

/** Takes the record as it is found, though it is less than what was known. */
export const acceptLoss = (work: Workspace): Promise<void> =>
	work.queue.exchange(
		() => Promise.resolve(work.log.acceptLoss()),
		() => startAnew(work)
	);

/** Removes everything of this workspace from this machine. */
export const wipe = (work: Workspace): Promise<void> =>
	work.queue.exchange(
		() => work.log.empty(),
		() => startAnew(work)
	);

/** One hash of the log, the files and the sealed months. */
export const stateHash = ({ queue, log }: Workspace): Promise<string> => queue.derive(() => log.stateHash());

/** Fills the engine in the background, so that rows are there when they are asked for. */
export const warmUp = (work: Workspace): Promise<void> =>
	work.queue.derive(async () => {
		if (work.inputs.files.length > 0) await work.scores.filled();
	});
