import { correctedKey } from '../policy/slice';
import type { BrowserEngine } from '../engine/engine-client';
import { EMPTY_RESULTS, type Results } from '../sql/rows';
import type { MonthDifference } from '../month/month-results';
import { statedOf } from '../month/stated';
import { asideOfAll } from '../month/unread';
import { policyInForce } from '../policy/in-force';
import { corrections } from '../record/ledger';
import { t } from '../language/language.svelte';
import type { WorkEngine } from './engine';
import { workbench } from './workbench';
import { messageOf } from './failure';
import { stored } from './files-of';
import { whenIdle } from './idle';
import type { Inputs } from './inputs.svelte';
import { keptResults, nothingOf, piecesOf, settle, type KeptHead } from './kept-results';
import { lateChanges } from './late';
import type { WorkLog } from './log.svelte';
import type { OwnPolicies } from './own-policies.svelte';
import { renumbered } from './renumbered';
import { sealedRows, withSeals } from './seals';

/** What was computed of the files and the log, and how far it is behind them. */
export class Scores {
	/** Everything as computed from the files; sealed months may differ from what was sealed. */
	computed = $state.raw<Results>(EMPTY_RESULTS);
	/** What the screens show: sealed months as sealed, the others as computed. */
	readonly results = $derived.by(() => withSeals(this.computed, this.log.sealed));
	/** What late or corrected data would change in sealed months, by month. */
	late = $state.raw<Map<string, MonthDifference>>(new Map());
	computing = $state(false);
	/** True while the scores on the screen are older than the log: they are being computed anew. */
	stale = $state(false);

	constructor(
		private readonly engine: WorkEngine,
		private readonly inputs: Inputs,
		private readonly log: WorkLog,
		private readonly policy: OwnPolicies,
		/** Tells what went wrong beside. */
		private readonly tell: (message: string) => void
	) {}

	/** Takes what the record kept of the last computation. */
	async restore(): Promise<void> {
		const { log, inputs } = this;
		const kept = log.isNewer ? undefined : await keptResults(log.store);
		this.stale = kept !== undefined && kept.head.at !== log.head && inputs.files.length > 0;
		this.late = new Map(kept?.head.late);
		this.computed = kept ? renumbered(kept.head.files, kept.results, inputs.files) : EMPTY_RESULTS;
	}

	/** Forgets everything: there are no files. */
	async clear(): Promise<void> {
		this.computed = EMPTY_RESULTS;
		await this.log.store.commit({ kept: await nothingOf(this.log.store) });
	}

	/** The engine with every file in it and everything computed; one is opened, filled and computed where there is none. */
	async filled(): Promise<BrowserEngine> {
		const { current } = this.engine;
		if (current) return current;
		const engine = await this.engine.filled();
		if (this.inputs.files.length > 0) await this.publish(engine);
		return engine;
	}

	/** Reads in what was entered by hand and computes: the scores are those of the log as it is. */
	async catchUp(): Promise<void> {
		const engine = await this.engine.filled();
		await this.engine.enter(engine);
		await this.publish(engine);
	}

	/** Computes, shows and keeps the results; that they can't be kept is told, they are shown all the same. */
	async publish(engine: BrowserEngine): Promise<void> {
		const { computeAll } = await workbench();
		const { log, inputs, policy } = this;
		this.computing = true;
		try {
			await this.engine.list(engine);
			this.computed = await computeAll(
				engine,
				policy.all,
				log.calendar,
				corrections(log.events).map(({ entry }) => ({
					...entry,
					measure: correctedKey(policyInForce(entry.month, policy.all), entry)
				})),
				sealedRows(log.sealed),
				{
					aside: asideOfAll([...inputs.files, ...this.engine.entered], inputs.unread),
					stated: statedOf(log.events)
				}
			);
			this.late = await lateChanges(engine, log, this.computed, (month) => policyInForce(month, policy.all));
			this.stale = false;
		} finally {
			this.computing = false;
		}
		this.onresults();
		if (!log.following) await this.keep();
	}

	/** Called whenever the results are new. */
	onresults: () => void = () => {};

	/** Notes that the kept results are those of the log as it is. */
	async settle(): Promise<void> {
		if (!this.stale) await settle(this.log.store, this.log.head);
	}

	private async keep(): Promise<void> {
		const { store, head } = this.log;
		const { files } = this.inputs;
		const of: KeptHead = { files: files.map((f) => [f.sha256, f.number]), late: [...this.late], at: head };
		try {
			const { kept, done } = await piecesOf(store, of, this.computed);
			await store.commit({ added: files.map((file) => ({ file: stored(file) })), kept });
			done();
		} catch (error) {
			// the results can be computed again: that they aren't kept costs time, and is said
			this.tell(t('record.resultsNotKept', { message: messageOf(error) }));
			return;
		}
		// once there is time: what came in is safe already
		whenIdle(() => void store.compress().catch(() => {}));
	}
}
