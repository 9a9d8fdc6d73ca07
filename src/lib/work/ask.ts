import type { Row } from '../engine/engine';
import type { Shown } from '../compute/shown';
import type { TrialOutcome, Rescoring } from '../compute/trial';
import type { Attempt } from '../compute/scope';
import type { Reject } from '../intake/reject';
import type { ReadAs } from '../reports/seen';
import type { Carrying } from './engine';
import { workbench } from './workbench';
import type { Workspace } from './workspace.svelte';

/** Rows of the engine, which is opened and filled first where it isn't. */
export const askRows = <Of = Row>({ queue, scores }: Workspace, sql: string): Promise<Of[]> =>
	queue.derive(async () => {
		const filled = await scores.filled();
		return (await (await workbench()).rows(filled, sql)) as Of[];
	});

/** How far the queries of a report have come. */
export interface Answering {
	done: number;
	total: number;
}

/** The rows of each query about the months shown; told how far it has come before each; what is being computed is broken off once the signal says that nobody waits. */
export const askReport = <Answers extends object[][] = Row[][]>(
	{ queue, scores, inputs }: Workspace,
	shown: Shown,
	queries: string[],
	{ tell = () => {}, signal }: { tell?: (asked: Answering) => void; signal?: AbortSignal } = {}
): Promise<Answers> =>
	queue.derive(async () => {
		signal?.throwIfAborted();
		const filled = await scores.filled();
		const { show, rows } = await workbench();
		await show(filled, shown, inputs.vocabulary);
		const answers: Row[][] = [];
		for (const query of queries) {
			signal?.throwIfAborted();
			tell({ done: answers.length, total: queries.length });
			answers.push(await rows(filled, query, signal));
		}
		return answers as object[][] as Answers;
	});

/** The rows of each query as if the months were scored by another version. */
export const askUnder = ({ queue, scores }: Workspace, by: Rescoring, queries: string[]): Promise<Row[][]> =>
	queue.derive(async () => (await workbench()).under(await scores.filled(), by, queries), true);

/** What the loaded months would be scored by another policy; all is taken back: the engine and the record stay as they are. */
export const tryPolicy = ({ queue, scores, policy }: Workspace, trial: Attempt): Promise<TrialOutcome> =>
	queue.derive(
		async () => (await workbench()).tryOut(await scores.filled(), { ...trial, inForce: policy.all }),
		true
	);

/** The cells of a record as they stand in its file; null where it isn't there. */
export async function askRaw(
	{ files, reading, engine }: Workspace,
	number: number,
	record: number
): Promise<{ header: string[]; cells: string[]; mapping: ReadAs } | null> {
	const file = files.find((f) => f.number === number);
	if (!file) return null;
	const cells = await reading.raw(file, await engine.bytes(file), record);
	return cells && { header: file.how.header, cells, mapping: file.how.mapping };
}

/** All rejects of a file, read from it once more. */
export async function askRejects(
	{ queue, reading, engine, scores }: Workspace,
	file: Carrying
): Promise<Reject[]> {
	if (file.tally.rejected <= file.rejects.length) return file.rejects;
	const blob = await engine.bytes(file);
	return queue.derive(async () => {
		const meaning = await engine.meaning(await scores.filled(), file.dataset);
		return reading.rejects(file, blob, meaning);
	});
}
