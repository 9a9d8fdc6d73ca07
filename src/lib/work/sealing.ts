import { t } from '../language/language.svelte';
import { monthResults } from '../month/month-results';
import type { Intent } from '../month/intent';
import type { Actor } from '../record/actor';
import { monthOf, type LogEvent } from '../record/event';
import type { WorkFile } from '../record/file';
import { lifeOf } from '../record/life';
import { loggedSeals, sealed, type Seal } from '../record/seal';
import { VERSIONS } from '../record/versions';
import { hashFor } from './act';
import { refersToOthers } from './difference';
import { payrollToSeal } from './paylist';
import type { Workspace } from './workspace.svelte';
import { enter } from './enter';

/** Seals a month: one document of everything, chained to the one sealed before, kept with the step that names it; made once everything is computed and nothing else runs. */
export async function sealMonth(work: Workspace, month: string, by: Actor): Promise<LogEvent> {
	const { engine, inputs, scores, log, queue, rescoring } = work;
	const event = await queue.run({
		decide: async () => {
			if (inputs.files.length > 0) await scores.filled();
			if (engine.current) await scores.catchUp();
			const files = filesOf(work, month);
			const { head } = log;
			const pay = await payrollToSeal(work, month);
			const { text, hash } = await sealed({
				...documentOf(work, month, by, files),
				...(pay && { payroll: pay })
			});
			const intent: Intent = { kind: 'step', month, step: 'seal', hash };
			return { head, text, intent, results: await hashFor(work, intent) };
		},
		write: ({ head, text, intent, results }) =>
			enter(
				work,
				() => {
					// what a seal says of the log is of the log as it was
					if (log.head !== head) throw new Error(t('barred.state'));
					return intent;
				},
				undefined,
				{ seal: { key: `${month}/${String(lifeOf(log.events, month).revision)}`, text } },
				results
			)
	});
	scores.onresults();
	await rescoring.now();
	return event;
}

/** The document that a month is sealed as. */
function documentOf(work: Workspace, month: string, by: Actor, files: WorkFile[]): Seal {
	const { events } = work.log;
	const inputs = files.map(({ sha256, path, dataset, tally: { records, accepted, rejected } }) => ({
		...{ sha256, path, dataset, records, accepted, rejected }
	}));
	return {
		format: 'kaohe-seal-1',
		month,
		revision: lifeOf(events, month).revision,
		previous: loggedSeals(events).at(-1)?.hash ?? '',
		sealed_at: new Date().toISOString(),
		by,
		versions: VERSIONS,
		inputs: inputs.sort((a, b) => (a.sha256 < b.sha256 ? -1 : 1)),
		policy: work.policyIn(month),
		...monthResults(work.results, month),
		entries: events.filter((e) => monthOf(e) === month)
	};
}

/** The files that a month's rows come from, and those that they refer to. */
function filesOf({ inputs, scores }: Workspace, month: string): WorkFile[] {
	const numbers = new Set(scores.computed.origins.flatMap((o) => (o.month === month ? [o.source_file] : [])));
	return inputs.files.filter((f) => numbers.has(f.number) || refersToOthers(f));
}
