import { unload } from '../compute/fill';
import { importEntry } from '../record/record';
import type { WorkFile } from '../record/file';
import { accepted, type Taking } from './accept';
import { refersToOthers } from './difference';
import type { Dropped } from './files';
import { stored, withoutBytes } from './files-of';
import { act } from './act';
import type { NextMonth } from './next-month';
import type { Sample } from './sample';
import { setPolicies } from './rules';
import { leaveSample } from './leave-sample';
import { becomeEmpty, follow, readAnew } from './follow';
import { surveyed, type Handed } from './survey';
import type { Workspace } from './workspace.svelte';
import { enter } from './enter';

/** A file that is taken out, with its bytes to bring it back. */
interface Removed {
	file: WorkFile;
	bytes: () => Promise<Blob>;
}

/** Takes files in; what can't be taken without the user waits in `attention`. Resolves with those that came in, and those whose place they took. */
export async function importFiles(
	work: Workspace,
	dropped: Dropped[]
): Promise<{ added: WorkFile[]; gone: Removed[] }> {
	const { queue, log } = work;
	return queue.run({
		decide: async () => {
			log.mayWrite();
			if (work.name === 'sample') await leaveSample(work);
			return decided(work, dropped);
		},
		write: (taking) => entered(work, taking),
		derive: ({ added }) => (added.length > 0 ? follow(work) : Promise.resolve())
	});
}

/** Loads the sample into a workspace of its own, with its notes in the name of whoever `by` is. */
export async function loadSample(work: Workspace, { files, notes }: Sample, by: string): Promise<void> {
	await work.queue.exchange(
		async () => {
			if (work.name !== 'sample') await work.switchTo('sample');
			await work.log.empty();
		},
		() => work.restore()
	);
	await work.queue.run({
		decide: () => decided(work, files),
		write: (taking) => entered(work, taking),
		derive: () => follow(work)
	});
	for (const data of notes) await act(work, { kind: 'note', data }, { name: by, role: 'hr' });
}

/** Has the sample go on with the next month, and the rules that are in force from then on. */
export async function loadNextMonth(work: Workspace, { policy, files }: NextMonth): Promise<void> {
	const dropped = await files();
	await setPolicies(work, { put: policy }, policy.reason, { name: policy.author, role: 'head_office' });
	await work.queue.run({
		decide: () => decided(work, dropped),
		write: (taking) => entered(work, taking),
		derive: () => follow(work)
	});
}

/** What handing files over comes to; nothing is written yet. */
async function decided(
	work: Workspace,
	dropped: Dropped[]
): Promise<{ handed: Handed; taking: Taking | null }> {
	work.error = null;
	if (!work.engine.current) void work.engine.start();
	const handed = await surveyed(work, dropped);
	work.inputs.wait(handed.attention);
	return { handed, taking: handed.candidates.length > 0 ? await accepted(work, handed.candidates) : null };
}

/** Writes down what came in, what went, and what of it isn't read: one entry with the bytes, or none. */
async function entered(
	work: Workspace,
	{ handed: { unread, whole }, taking }: Awaited<ReturnType<typeof decided>>
): Promise<{ added: WorkFile[]; gone: Removed[] }> {
	const { added, gone, standing } = taking ?? { added: [], gone: [], standing: work.inputs.files };
	const clears = work.unread.some(({ path }) => whole.includes(path));
	if (added.length === 0 && unread.length === 0 && !clears) return { added: [], gone: [] };
	const files = added.map((file) => ({ file: stored(file), blob: file.blob }));
	const entry = importEntry(
		files.map(({ file }) => file),
		gone,
		{ unread, handed: whole }
	);
	const change = { added: files, removed: gone.map((f) => f.sha256) };
	let removed: Removed[];
	try {
		removed = await held(work, gone);
		await enter(work, () => entry, undefined, added.length > 0 ? change : {});
	} catch (error) {
		// the engine holds what the record doesn't
		if (added.length > 0) await work.engine.drop();
		throw error;
	}
	// the record holds the bytes now: a file that changes on the disk is none of ours
	work.inputs.files = standing.map((file) => withoutBytes(file));
	return { added, gone: removed };
}

const held = (work: Workspace, files: WorkFile[]): Promise<Removed[]> =>
	Promise.all(files.map(async (file) => ({ file, bytes: await work.log.held(file.sha256) })));

/** Takes files out, and puts those back that were taken out before; resolves with what went. */
export async function removeFiles(
	work: Workspace,
	sha256: string[],
	restored: Removed[] = []
): Promise<Removed[]> {
	const { inputs, engine, scores, queue } = work;
	const written = await queue.run({
		decide: async () => {
			const gone = inputs.files.filter((f) => sha256.includes(f.sha256));
			// what was taken in again meanwhile is not there twice
			const back = restored.filter(({ file }) => !inputs.files.some((f) => f.sha256 === file.sha256));
			const added = await Promise.all(
				back.map(async ({ file, bytes }) => ({ file: stored(file), blob: await bytes() }))
			);
			return { gone: await held(work, gone), back, added };
		},
		write: async ({ gone, back, added }) => {
			if (gone.length + back.length === 0) return { gone, back };
			const entry = importEntry(
				added.map((a) => a.file),
				gone.map((g) => g.file)
			);
			await enter(work, () => entry, undefined, { added, removed: sha256 });
			const kept = inputs.files.filter((f) => !sha256.includes(f.sha256));
			inputs.files = [...kept, ...back.map((b) => b.file)];
			return { gone, back };
		},
		derive: async ({ gone, back }) => {
			if (gone.length + back.length === 0) return;
			if (inputs.files.length === 0) return becomeEmpty(work);
			const { current } = engine;
			if (!current) return follow(work);
			if (back.length > 0 || gone.some(({ file }) => refersToOthers(file))) return readAnew(work);
			for (const { file } of gone) await unload(current, file);
			inputs.files = await engine.rescaled(current, inputs.files);
			await scores.publish(current);
		}
	});
	return written.gone;
}
