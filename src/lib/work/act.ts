import type { Actor } from '../record/actor';
import { followsFrom, type LogEvent } from '../record/event';
import { monthMeant, restsOnResults, type Intent } from '../month/intent';
import { erasable } from '../month/erasable';
import { hashOf } from './month-hash';
import { becomeEmpty, readAnew } from './follow';
import type { Workspace } from './workspace.svelte';
import { enter } from './enter';

/** Does what someone wants: resolves once what is decided is written down; what follows from it is computed then, `settled` waits for it. */
export async function act(
	work: Workspace,
	intent: Intent,
	by?: Actor,
	attached: { sha256: string; blob: Blob }[] = []
): Promise<LogEvent> {
	const { scores, queue, inputs, rescoring } = work;
	const waits = intent.kind === 'step' || (restsOnResults(intent) && scores.stale);
	const event = waits
		? await queue.run({
				// the results are those of the log as it is
				decide: async () => {
					if (scores.stale) await scores.catchUp();
					return hashFor(work, intent);
				},
				write: (hash) => enter(work, () => intent, by, { attached }, hash)
			})
		: await enter(work, () => intent, by, { attached });
	const follows = followsFrom(event);
	const rescores = follows !== 'never';
	if (rescores && inputs.files.length > 0) scores.stale = true;
	scores.onresults();
	if (follows === 'at_rest') rescoring.soon();
	else if (rescores) void rescoring.now();
	else void queue.derive(() => scores.settle()).catch(() => {});
	return event;
}

/** The hash of the results that an intent is about. */
export function hashFor({ results }: Workspace, intent: Intent): Promise<string> {
	const month = monthMeant(intent);
	return month === null ? Promise.resolve('') : hashOf(results, month);
}

/** Deletes the bytes of a sealed month's files that belong to sealed months alone, by an entry that keeps their hashes; resolves with how many. */
export function erase(work: Workspace, month: string, reason: string): Promise<number> {
	return work.queue.run({
		decide: () => Promise.resolve(erasable(work, month).map((f) => f.sha256)),
		write: async (removed) => {
			await enter(work, () => ({ kind: 'erase', month, reason }), undefined, { removed });
			work.inputs.files = work.inputs.files.filter((f) => !removed.includes(f.sha256));
			return removed.length;
		},
		derive: () => (work.inputs.files.length === 0 ? becomeEmpty(work) : readAnew(work))
	});
}

/** Says that a file or table that isn't read isn't needed. */
export async function waiveUnread(work: Workspace, path: string, reason: string): Promise<void> {
	await act(work, { kind: 'unread_waived', reason, data: { path } });
	work.inputs.attention = work.inputs.attention.filter((a) => a.path !== path);
}
