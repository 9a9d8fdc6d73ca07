import type { BrowserEngine } from '../engine/engine-client';
import { soon } from '../engine/soon';
import { readingOrder } from '../compute/reading-order';
import { unload } from '../compute/fill';
import type { WorkFile } from '../record/file';
import { differenceOf, refersToOthers } from './difference';
import type { Carrying } from './engine';
import { workbench } from './workbench';
import { newFile, type Candidate } from './files-of';
import type { Workspace } from './workspace.svelte';

/** What taking files in comes to: nothing is written yet, and the engine holds it. */
export interface Taking {
	/** The files that come in, with their bytes. */
	added: (WorkFile & { blob: Blob })[];
	/** Those whose place they take. */
	gone: WorkFile[];
	/** The files that stand then. */
	standing: Carrying[];
}

/** Reads tables into the engine beside the files there, and lets the user decide where one disagrees with those; the engine is given up where that fails. */
export async function accepted(work: Workspace, candidates: Candidate[]): Promise<Taking> {
	const engine = work.scores.filled();
	try {
		return await takenIn(work, engine, candidates);
	} catch (error) {
		await work.engine.drop();
		throw error;
	}
}

async function takenIn(
	work: Workspace,
	filled: Promise<BrowserEngine>,
	candidates: Candidate[]
): Promise<Taking> {
	const { inputs } = work;
	const before = inputs.files;
	const came = readingOrder(
		candidates.map((c) => ({ ...newFile(c, inputs.nextNumber()), blob: c.dropped.blob }))
	);
	// the first files are read while an engine starts; others need what it holds, or what is read into it
	const isFirst = before.length === 0 && !work.engine.isEntered;
	const [together, engine] = await Promise.all([
		work.engine.add(isFirst ? soon(filled) : await filled, came),
		filled
	]);
	const choices = await chosen(work, engine, together, came.length);
	for (const file of choices.declined) await unload(engine, file);
	const { standing } = choices;
	const gone = before.filter((f) => !standing.some((s) => s.sha256 === f.sha256));
	// what others refer to has changed: all of them are read again
	const refills = before.length > 0 && [...standing.filter(isNew), ...gone].some(refersToOthers);
	if (!refills) for (const file of gone) await unload(engine, file);
	const settled = refills
		? await work.engine.refill(engine, standing)
		: await work.engine.rescaled(engine, standing);
	return { added: settled.filter(isNew), gone, standing: settled };
}

const isNew = (file: Carrying): file is WorkFile & { blob: Blob } => file.blob !== undefined;

/** Lists the files and asks where a new one disagrees with those there: the files that stand then, and those that the user declined. */
async function chosen(
	work: Workspace,
	engine: BrowserEngine,
	together: Carrying[],
	added: number
): Promise<{ standing: Carrying[]; declined: Carrying[] }> {
	const before = together.slice(0, together.length - added);
	const declined: Carrying[] = [];
	let standing = together;
	await work.engine.list(engine, standing);
	if (before.length === 0) return { standing, declined };
	await (await workbench()).findRepeats(engine);
	for (const file of together.slice(before.length)) {
		const difference = await differenceOf(engine, file, formerOf(file, before), standing, async (f, record) =>
			work.reading.raw(f, await work.engine.bytes(together.find((t) => t.number === f.number) ?? f), record)
		);
		if (!difference) continue;
		const choice = await work.inputs.ask(difference);
		if (choice === 'cancel') {
			declined.push(file);
			standing = standing.filter((f) => f !== file);
		}
		if (choice === 'replace') standing = standing.filter((f) => f.path !== difference.replaces || f === file);
		if (choice === 'newer') file.precedence = 1 + Math.max(...standing.map((f) => f.precedence));
		if (choice === 'older') file.precedence = Math.min(...standing.map((f) => f.precedence)) - 1;
	}
	return { standing, declined };
}

/** The file of the same path, or of the same name and data set: a folder's file comes again on its own, and the other way round. */
function formerOf(file: WorkFile, before: WorkFile[]): WorkFile | null {
	const named = (f: WorkFile): string => f.path.slice(f.path.lastIndexOf('/') + 1);
	return (
		before.find((f) => f.path === file.path) ??
		before.find((f) => f.dataset === file.dataset && named(f) === named(file)) ??
		null
	);
}
