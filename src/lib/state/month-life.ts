import { today } from '../calendar/day';
import { monthLifeOf, type MonthLife } from '../month/life';
import { monthResults } from '../month/month-results';
import type { Actor } from '../record/actor';
import { canonical } from '../record/canonical';
import { monthOf, type LogEvent } from '../record/event';
import { loggedSeals, sealed, type Seal } from '../record/seal';
import { VERSIONS } from '../versions';
import { hashOf } from './month-hash';
import type { Workspace } from './workspace.svelte';

export type { MonthLife };

/** A month's life as the workspace has it now. */
export const monthLife = async (workspace: Workspace, month: string): Promise<MonthLife> =>
	monthLifeOf(workspace.situation(await hashOf(workspace.results, month)), month, today());

/** Seals a month: one document of everything, chained to the one sealed before, kept with the step that names it. */
export const sealMonth = (workspace: Workspace, month: string, by: Actor): Promise<LogEvent> =>
	workspace.seal(month, async (files) => {
		const now = await monthLife(workspace, month);
		const { events } = workspace.log;
		const { revision } = now.life;
		const document: Seal = {
			format: 'kaohe-seal-1',
			month,
			revision,
			previous: loggedSeals(events).at(-1)?.hash ?? '',
			sealed_at: new Date().toISOString(),
			by,
			versions: VERSIONS,
			inputs: files
				.map(({ sha256, path, dataset, tally }) => ({
					sha256,
					path,
					dataset,
					records: tally.records,
					accepted: tally.accepted,
					rejected: tally.rejected
				}))
				.sort((a, b) => (a.sha256 < b.sha256 ? -1 : 1)),
			policy: JSON.parse(canonical(now.policy)),
			...monthResults(workspace.results, month),
			entries: events.filter((e) => monthOf(e) === month)
		};
		const { text, hash } = await sealed(document);
		return {
			intent: { kind: 'step', month, step: 'seal', hash },
			seal: { key: `${month}/${String(revision)}`, text }
		};
	});
