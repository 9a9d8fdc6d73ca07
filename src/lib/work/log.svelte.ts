import { calendarOf } from '../record/days';
import type { readBackup } from '../record/backup';
import type { Entry, EventOf, Head, LogEvent } from '../record/event';
import type { Actor } from '../record/actor';
import { lastOf, WorkRecord, type RecordFault } from '../record/record';
import type { KindName } from '../record/kinds';
import { lifeOf, monthsOf } from '../record/life';
import type { Store } from '../record/store';
import type { Commit } from '../record/stores';
import { claim, type Claim } from '../record/writer';
import { t } from '../language/language.svelte';
import type { WorkspaceName } from './files';
import type { FileMeta } from '../record/file';
import { forget, knownHead, noteHead } from './known-head';
import { standingSeals } from './seals';

/** The record of one workspace as the screens see it: what was done, what is sealed, and who may write. */
export class WorkLog {
	/** Everything that was done, in order. */
	events = $state.raw<LogEvent[]>([]);
	/** Sealed months as [key, canonical JSON]. */
	seals = $state.raw<[string, string][]>([]);
	/** True while another tab writes to this workspace. */
	following = $state(false);
	/** True once a newer version took the record over in another tab. */
	outrun = $state(false);
	/** Why the record can't be trusted; nothing is written while it stands. */
	fault = $state.raw<RecordFault | null>(null);
	/** The sealed months that stand. */
	readonly sealed = $derived.by(() => standingSeals(this.seals, this.events));
	readonly calendar = $derived(calendarOf(this.events));
	private name: WorkspaceName = 'own';
	private record: WorkRecord<FileMeta> | null = null;
	private claim: Claim | null = null;
	private writing: Promise<unknown> = Promise.resolve();

	/** `actor` says who acts on this machine. */
	constructor(readonly actor: () => Actor | null) {}

	/** Opens a workspace's record; `onchange` is called when another tab wrote or left the writing to this one. */
	async open(name: WorkspaceName, onchange: () => void, onblocked: () => void): Promise<void> {
		this.outrun = false;
		this.name = name;
		this.claim = await claim(name, onchange, onchange);
		this.following = !this.claim.writing;
		this.record = await WorkRecord.open<FileMeta>(name, this.claim.writing, {
			onblocked,
			onoutrun: () => (this.outrun = true)
		});
	}

	close(): void {
		this.record?.close();
		this.claim?.release();
	}

	get isOpen(): boolean {
		return this.record !== null;
	}

	get store(): Store<FileMeta> {
		return this.record!.store;
	}

	/** The hash of the last entry. */
	get head(): string {
		return this.record!.head.hash;
	}

	/** Where the log ends, also where this version can't read it. */
	get whole(): Head {
		return this.record!.head;
	}

	/** Shows what the record holds, checked. */
	async show(): Promise<void> {
		this.fault = await this.record!.fault(knownHead(this.name));
		// what a newer version wrote is kept and saved, never guessed at
		this.events = this.isNewer ? [] : this.record!.events;
		this.noted();
		this.seals = this.isNewer ? [] : await this.store.seals();
	}

	/** True where a newer version wrote the record: here it can only be saved. */
	get isNewer(): boolean {
		return this.fault?.kind === 'newer';
	}

	/** Reads the record anew, because another tab wrote or all of it was replaced. */
	async reread(): Promise<void> {
		this.following = !this.claim?.writing;
		await this.record!.reread(!this.following);
	}

	/** Writes an entry that `make` gives from the log as it is; nothing else is written meanwhile. */
	enter(
		make: () => Entry,
		by = this.actor(),
		change: Omit<Commit<FileMeta>, 'event'> = {}
	): Promise<LogEvent> {
		return this.alone(() => {
			return this.commit(make(), change, by);
		});
	}

	private alone<T>(work: () => Promise<T>): Promise<T> {
		const run = this.writing.then(work);
		this.writing = run.catch(() => {});
		return run;
	}

	private async commit(
		entry: Entry,
		change: Omit<Commit<FileMeta>, 'event'>,
		by: Actor | null
	): Promise<LogEvent> {
		this.mayWrite();
		const event = await this.record!.write(entry, by, change);
		this.events = this.record!.events;
		if (change.seal) this.seals = await this.store.seals();
		this.noted();
		this.tell();
		return event;
	}

	mayWrite(): void {
		if (this.outrun) throw new Error(t('record.outrun'));
		if (this.following) throw new Error(t('record.following'));
		if (this.isNewer) throw new Error(t('record.newer'));
		if (this.fault) throw new Error(t('record.barred'));
	}

	/** Notes where the log ends, so that a store that comes back with less is noticed. */
	private noted(): void {
		if (this.fault) return;
		const { head } = this.record!;
		noteHead(this.name, head);
		document.documentElement.dataset['recorded'] = `${String(head.seq)} ${head.hash}`;
	}

	/** Tells the other tabs that something was written. */
	tell(): void {
		this.claim?.tell();
	}

	/** The last entry of a kind, or undefined. */
	last<K extends KindName>(kind: K): EventOf<K> | undefined {
		return lastOf(this.events, kind);
	}

	/** Months that were published, signed or sealed: what they are paid by stays. */
	get boundMonths(): string[] {
		return monthsOf(this.events).filter(
			(month) => !['open', 'calculated'].includes(lifeOf(this.events, month).state)
		);
	}

	/** The bytes of a file of the record, or of one that an entry carries. */
	bytes(sha256: string): Promise<Blob> {
		return this.store.bytes(sha256);
	}

	/** The same, to be unpacked when they are wanted: also once they are gone from the record. */
	held(sha256: string): Promise<() => Promise<Blob>> {
		return this.store.held(sha256);
	}

	/** Puts what a backup held in place of what is here. */
	async replace(found: Awaited<ReturnType<typeof readBackup<FileMeta>>>): Promise<void> {
		if (this.following) throw new Error(t('record.following'));
		await this.store.replace(found);
		forget(this.name);
	}

	/** Takes the record as it is found, though it is less than what was known. */
	acceptLoss(): void {
		forget(this.name);
	}

	/** Removes everything that the record holds from this machine. */
	async empty(): Promise<void> {
		if (this.following) throw new Error(t('record.following'));
		await this.store.clear();
		forget(this.name);
		await this.record!.reread(!this.following);
		this.events = [];
		this.fault = null;
		this.noted();
		this.tell();
	}

	/** One hash of the log, the files and the sealed months. */
	stateHash(): Promise<string> {
		return this.record!.stateHash();
	}
}
