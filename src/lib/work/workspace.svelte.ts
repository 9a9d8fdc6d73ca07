import { measured } from '../calendar/measured';
import type { Results } from '../sql/rows';
import { ReadCancelled } from '../intake/client';
import { t } from '../language/language.svelte';
import type { Calendar } from '../calendar/workdays';
import type { Known } from '../month/life';
import type { Unread } from '../month/unread';
import type { Policy } from '../policy/schema';
import { policyInForce } from '../policy/in-force';
import type { Actor } from '../record/actor';
import type { LogEvent } from '../record/event';
import type { WorkFile } from '../record/file';
import type { Seal } from '../record/seal';
import { WorkEngine } from './engine';
import { messageOf } from './failure';
import type { WorkspaceName } from './files';
import { Inputs } from './inputs.svelte';
import { local } from './local';
import { WorkLog } from './log.svelte';
import { OwnPolicies } from './own-policies.svelte';
import { Queue } from './queue.svelte';
import { FileReads } from './reading.svelte';
import { Rescorer } from './rescorer';
import { Scores } from './scores.svelte';

const CURRENT = 'kaohe.workspace';

/** What one page works on: the record, what was computed from it, and the queue of steps that change either; the steps themselves are functions beside it. */
export class Workspace implements Known {
	name = $state<WorkspaceName>('own');
	error = $state<string | null>(null);
	readonly log: WorkLog;
	readonly policy = new OwnPolicies();
	readonly reading = new FileReads();
	readonly inputs: Inputs;
	readonly engine: WorkEngine;
	readonly scores: Scores;
	readonly queue: Queue;
	readonly rescoring: Rescorer;
	/** Resolves once the last scores are on the page. */
	readonly ready: Promise<void>;
	private opened = $state(false);
	/** Entries that are on their way to the disk: too short to be shown. */
	entering = 0;

	constructor(actor: () => Actor | null) {
		this.log = new WorkLog(actor);
		this.inputs = new Inputs(this.log);
		this.engine = new WorkEngine(this.reading, this.inputs, this.log, this.policy);
		this.scores = new Scores(
			this.engine,
			this.inputs,
			this.log,
			this.policy,
			(message) => (this.error = message)
		);
		this.queue = new Queue({
			ready: () => this.ready,
			trapped: () => this.engine.drop(),
			failed: (error, quiet) => {
				this.reading.progress = null;
				if (!quiet && !(error instanceof ReadCancelled) && error.name !== 'AbortError')
					this.error = error.message;
			}
		});
		this.rescoring = new Rescorer(this.queue, this.scores, this.inputs);
		const opened = isSecureContext
			? this.open((local.getItem(CURRENT) as WorkspaceName | null) ?? 'own')
			: Promise.reject(new Error(t('error.insecure')));
		this.ready = opened.catch((error: unknown) => {
			// without storage nothing can be kept: the page says so, and takes nothing in
			this.error = messageOf(error);
			this.opened = true;
			throw error;
		});
		this.ready.catch(() => {});
	}

	get phase(): 'loading' | 'empty' | 'ready' {
		if (!this.opened) return 'loading';
		return this.inputs.files.length > 0 || this.log.seals.length > 0 ? 'ready' : 'empty';
	}

	/** True while there are files but no scores of them yet. */
	get pending(): boolean {
		return this.inputs.files.length > 0 && this.scores.computed.rules.length === 0;
	}

	/** Whether leaving the page now would lose something. */
	get holds(): boolean {
		return this.queue.unwritten + this.entering > 0;
	}

	get events(): LogEvent[] {
		return this.log.events;
	}
	get calendar(): Calendar {
		return this.log.calendar;
	}
	get sealed(): ReadonlyMap<string, Seal> {
		return this.log.sealed;
	}
	get results(): Results {
		return this.scores.results;
	}
	get unread(): Unread[] {
		return this.inputs.unread;
	}
	get policies(): Policy[] {
		return this.policy.all;
	}

	/** The imported files, and those that what was entered by hand makes. */
	get files(): WorkFile[] {
		return [...this.inputs.files, ...this.engine.entered];
	}

	/** The policy that a month is scored by. */
	policyIn(month: string): Policy {
		const seal = this.log.sealed.get(month);
		return seal ? seal.policy : policyInForce(month, this.policy.all);
	}

	/** Resolves once all is done that was asked for before; what failed of it is told where it stands. */
	settled(): Promise<void> {
		return this.queue.derive(() => Promise.resolve(), true).catch(() => {});
	}

	/** Opens one of this browser's workspaces, in place of the one that is open. */
	async open(name: WorkspaceName): Promise<void> {
		this.name = name;
		await this.log.open(
			name,
			() => void this.reread().catch(() => {}),
			() => (this.error = t('record.blocked'))
		);
		await this.restore();
		this.opened = true;
	}

	/** Goes over to another of this browser's workspaces. */
	async switchTo(name: WorkspaceName): Promise<void> {
		await this.engine.drop();
		this.log.close();
		local.setItem(CURRENT, name);
		this.inputs.attention = [];
		await this.open(name);
		this.scores.onresults();
	}

	/** Takes everything from the record as it is now. */
	async restore(): Promise<void> {
		await measured('log', () => this.log.show());
		await measured('files', () => this.inputs.restore());
		this.readPolicies();
		await this.policy.restoreDraft(this.log);
		await measured('kept', () => this.scores.restore());
	}

	/** Takes head office's own versions from the log, and says what is wrong with one that can't be read. */
	readPolicies(): void {
		const bad = this.policy.read(this.log.last('policies')?.data.policies ?? []);
		if (bad) this.error = bad;
	}

	/** Another tab wrote, or left the writing to this one: what it did is shown here. */
	private reread(): Promise<void> {
		return this.queue.exchange(
			() => this.log.reread(),
			async () => {
				this.error = null;
				// files get new numbers: an engine that knows the old ones is of no use
				await this.engine.drop();
				await this.restore();
				this.scores.onresults();
			},
			true
		);
	}
}
