import type { BrowserEngine } from '../engine/engine-client';
import type { Attempt, Outcome } from '../engine/trial';
import { loadedDirectory } from '../engine/directory';
import { IntakeClient, ReadCancelled } from '../engine/intake-client';
import type { SurveyReport } from '../engine/intake-messages';
import { listFiles } from '../engine/run';
import { readingOrder } from '../engine/survey';
import { datasetOf } from '../intake/dataset';
import type { Mapping } from '../intake/header';
import type { Reject } from '../intake/reject';
import { layoutSignature, type Layout } from '../intake/understand';
import { scrubOf } from '../intake/scrub';
import { withWords, type Vocabulary } from '../intake/vocabulary';
import { checkPolicy } from '../policy/check';
import type { Policy } from '../policy/schema';
import { POLICIES, policyInForce } from '../policy/versions';
import type { Actor, Entry, LogEvent } from '../record/event';
import { calendarOf } from '../record/days';
import { corrections, enteredTables, type LedgerEntry } from '../record/ledger';
import { erasedFiles, importEntry, lastOf, WorkRecord, type RecordFault } from '../record/record';
import { backup, readBackup } from '../record/backup';
import type { Change } from '../record/store';
import { claim, type Claim } from '../record/writer';
import { t } from './preferences.svelte';
import { differenceOf, refersToOthers } from './difference';
import {
	KEPT_REJECTS,
	type Attention,
	type Choice,
	type Difference,
	type Dropped,
	type FileMeta,
	type Progress,
	type WorkFile
} from './files';
import { forget, knownHead, noteHead } from './known-head';
import { canonical } from '../record/canonical';
import { refusal } from '../record/guard';
import { lifeOf, monthsOf } from '../record/steps';
import { monthDifference, monthResults, type MonthDifference } from './month-results';
import { sealedTotals, standingSeals, withSeals } from './seals';
import { EMPTY_RESULTS, type Results } from './results';
import { salt } from './salt';
import { needsSecond } from './second-name';
import { isTrap, newFile, type Candidate, renumbered, stored, unlessTaken, without } from './work-files';

/** The engine's side of the work, with DuckDB's own code; fetched when a file or rows are first needed. */
const workbench = (): Promise<typeof import('../engine/workbench')> => import('../engine/workbench');

/** Entries that scores follow from. */
const RESCORES = new Set([
	'ledger',
	'ledger_confirmed',
	'ledger_reversed',
	'ruling',
	'calendar',
	'calendar_year',
	'ratings'
]);

/** Precedence of what is entered by hand, above that of any file. */
const ENTERED_FIRST = 2 ** 30;

type WorkspaceName = 'own' | 'sample';
const CURRENT = 'kaohe.workspace';

/** The files of one workspace, what was computed from them, and every step that changes either; steps run one at a time. */
export class Workspace {
	phase = $state<'loading' | 'empty' | 'ready'>('loading');
	name = $state<WorkspaceName>('own');
	files = $state.raw<WorkFile[]>([]);
	/** Everything as computed from the files; sealed months may differ from what was sealed. */
	computed = $state.raw<Results>(EMPTY_RESULTS);
	/** What the screens show: sealed months as sealed, the others as computed. */
	readonly results = $derived.by(() => withSeals(this.computed, this.sealed));
	/** What late or corrected data would change in sealed months, by month. */
	late = $state.raw<Map<string, MonthDifference>>(new Map());
	progress = $state.raw<Progress | null>(null);
	computing = $state(false);
	attention = $state.raw<Attention[]>([]);
	/** A difference that waits for the user's choice. */
	question = $state.raw<{ difference: Difference; answer: (choice: Choice) => void } | null>(null);
	error = $state<string | null>(null);
	/** The words that the user added to the vocabulary. */
	words = $state.raw<Vocabulary>({});
	/** The policy versions of head office beside those of the build, and the one being written. */
	ownPolicies = $state.raw<Policy[]>([]);
	draft = $state.raw<Policy | null>(null);
	readonly policies = $derived([...POLICIES, ...this.ownPolicies]);
	/** True while the scores on the screen are older than the log: they are being computed anew. */
	stale = $state(false);
	/** Everything that was done, in order. */
	events = $state.raw<LogEvent[]>([]);
	/** The sealed months that stand. */
	readonly sealed = $derived.by(() => standingSeals(this.seals, this.events));
	readonly calendar = $derived(calendarOf(this.events));
	/** What was entered by hand, as files beside the imported ones. */
	private entered: (WorkFile & { blob: Blob })[] = [];
	/** True while another tab writes to this workspace. */
	following = $state(false);
	/** Sealed months as [key, canonical JSON]. */
	seals = $state.raw<[string, string][]>([]);
	/** Why the record can't be trusted; nothing is written while it stands. */
	fault = $state.raw<RecordFault | null>(null);
	/** Who acts on this machine. */
	actor: () => Actor | null = () => null;
	/** Resolves once the last scores are on the page. */
	readonly ready: Promise<void>;
	/** Called whenever the results are new. */
	onresults: () => void = () => {};

	private record: WorkRecord<FileMeta> | null = null;
	private claim: Claim | null = null;
	private engine: BrowserEngine | null = null;
	/** An empty engine that starts while the first files are looked at. */
	private starting: Promise<BrowserEngine> | null = null;
	private client: IntakeClient | null = null;
	private unusable: unknown[] = [];
	private layouts = new Map<string, Layout>();
	private nextNumber = 1;
	private chain: Promise<unknown> = Promise.resolve();

	constructor() {
		this.ready = this.restore((localStorage.getItem(CURRENT) as WorkspaceName | null) ?? 'own').catch(
			(error: unknown) => {
				// without storage nothing can be kept: the page says so, and takes nothing in
				this.phase = 'empty';
				this.error = error instanceof Error ? error.message : String(error);
				throw error;
			}
		);
		this.ready.catch(() => {});
	}

	/** Takes files in; what can't be taken without the user waits in `attention`. */
	import(dropped: Dropped[]): Promise<string[]> {
		return this.step(async () => {
			this.mayWrite();
			if (this.name === 'sample') await this.leaveSample();
			return this.take(dropped);
		});
	}

	/** Loads the sample into a workspace of its own. */
	loadSample(dropped: Dropped[]): Promise<void> {
		return this.step(async () => {
			if (this.name !== 'sample') await this.switchTo('sample');
			await this.empty();
			await this.take(dropped);
		});
	}

	/** Removes the sample and goes back to the user's own files. */
	removeSample(): Promise<void> {
		return this.step(() => this.leaveSample());
	}

	/** Takes files out again: the import is undone, and what they replaced comes back. */
	remove(sha256: string[], restored: { file: WorkFile; blob: Blob }[] = []): Promise<void> {
		return this.step(async () => {
			const gone = this.files.filter((f) => sha256.includes(f.sha256));
			const added = restored.map(({ file, blob }) => ({ file: stored(file), blob }));
			await this.write(
				importEntry(
					added.map((a) => a.file),
					gone
				),
				{ added, removed: sha256 }
			);
			this.files = [...this.files.filter((f) => !sha256.includes(f.sha256)), ...restored.map((r) => r.file)];
			if (this.files.length === 0) return this.becomeEmpty();
			if (!this.engine) return this.open();
			if (restored.length > 0 || gone.some(refersToOthers)) await this.reload(this.engine);
			else for (const file of gone) await this.unloadFrom(this.engine, file);
			await this.publish(this.engine);
		});
	}

	/** Reads a waiting or an imported file by a corrected mapping, and remembers it for the layout. */
	remap(
		file: { path: string; how: { header: string[] } },
		mapping: Mapping,
		dropped?: Dropped
	): Promise<void> {
		return this.step(async () => {
			const { header } = file.how;
			const columns = Object.fromEntries(
				Object.entries(mapping.columns).map(([c, at]) => [c, header[at]!.trim()])
			);
			const layout: Layout = { dataset: mapping.dataset, columns, places: mapping.columns };
			const layouts = new Map(this.layouts).set(layoutSignature(header), layout);
			const entry: Entry = { kind: 'layouts', data: { layouts: [...layouts] } };
			const known = this.files.find((f) => f.path === file.path);
			if (!dropped && known) await this.retake(known, entry, layouts);
			else await this.write(entry);
			this.layouts = layouts;
			this.attention = this.attention.filter((a) => !(a.kind === 'unmapped' && a.path === file.path));
			if (dropped) await this.take([dropped]);
		});
	}

	/** Reads another sheet of an imported workbook in place of the one that was read. */
	chooseSheet(file: WorkFile, sheet: string): Promise<void> {
		const { path, sha256 } = file;
		return this.step(() => this.retake({ ...file, sheet }, { kind: 'sheet', data: { path, sha256, sheet } }));
	}

	/** Gives a word a meaning in the vocabulary, in place of the one it had, and reads the records again. */
	addWord(list: string, value: string, word: string): Promise<void> {
		const values = without(this.words[list] ?? {}, word);
		return this.setWords({ ...this.words, [list]: { ...values, [value]: [...(values[value] ?? []), word] } });
	}

	/** Takes a word of the workspace's own out of the vocabulary again. */
	removeWord(list: string, word: string): Promise<void> {
		return this.setWords({ ...this.words, [list]: without(this.words[list] ?? {}, word) });
	}

	private setWords(words: Vocabulary): Promise<void> {
		return this.step(async () => {
			await this.write({ kind: 'words', data: { words: $state.snapshot(words) } });
			this.words = words;
			if (this.files.length > 0) await this.refresh();
		});
	}

	/** Takes in the versions that were kept; one that this build can't read stays kept, unused and told of. */
	private readPolicies(kept: unknown[]): void {
		const read = kept.map((value) => ({ value, ...unlessTaken(checkPolicy(value)) }));
		this.ownPolicies = read.flatMap(({ policy }) => policy ?? []);
		this.unusable = read.flatMap(({ value, policy }) => (policy ? [] : [value]));
		const [bad] = read.filter(({ policy }) => !policy);
		if (bad) this.error = `policy: ${bad.issues[0]!.path}: ${bad.issues[0]!.message}`;
	}

	/** The policy that a month is scored by. */
	policyIn(month: string): Policy {
		const seal = this.sealed.get(month);
		if (seal) return seal.policy as Policy;
		return policyInForce(month, this.policies);
	}

	/** Keeps the policy that is being written; null gives it up. */
	keepDraft(draft: Policy | null): Promise<void> {
		this.draft = draft;
		return this.step(async () => {
			if (!this.following) await this.record?.store.keep('draft', draft);
		});
	}

	/** Months that were published, signed or sealed: what they are paid by stays. */
	get boundMonths(): string[] {
		return monthsOf(this.events).filter(
			(month) => !['open', 'calculated'].includes(lifeOf(this.events, month).state)
		);
	}

	/** Changes head office's own versions and scores every month anew by the version in force. */
	setPolicies(own: Policy[]): Promise<void> {
		return this.step(async () => {
			const bound = this.boundMonths.find(
				(month) => policyInForce(month, [...POLICIES, ...own]).policy !== this.policyIn(month).policy
			);
			if (bound !== undefined) throw new Error(t('policy.reaches', { month: bound }));
			await this.write({ kind: 'policies', data: { policies: [...own, ...this.unusable] } });
			this.ownPolicies = own;
			if (this.files.length > 0) await this.publish(await this.filled());
			this.onresults();
		});
	}

	/** Scores the loaded months by another policy and takes it all back: the engine and the record stay as they are. */
	tryPolicy(trial: Attempt): Promise<Outcome> {
		return this.step(
			async () => (await workbench()).tryOut(await this.filled(), { ...trial, inForce: this.policies }),
			true
		);
	}

	/** Answers with rows of the engine, which is opened and filled first where it isn't. */
	rows(sql: string): Promise<import('../engine/engine').Row[]> {
		return this.step(async () => (await this.filled()).rows(sql));
	}

	/** Takes a step of the month's life: it is written down, and what follows from it is computed anew. `make` gives the entry once nothing else runs. */
	async act(
		make: Entry | (() => Promise<Entry>),
		by?: Actor,
		attached: { sha256: string; blob: Blob }[] = []
	): Promise<LogEvent> {
		const event = await this.step(async () => {
			// a step rests on the results: they are those of the log as it is
			if (typeof make === 'function' && this.stale) await this.publish(await this.filled());
			const entry = typeof make === 'function' ? await make() : make;
			this.mayTake(entry, by);
			return this.write(entry, { attached }, by);
		});
		const { kind, data } = event;
		const rescores = RESCORES.has(kind) || (data as { step?: string }).step === 'reopen';
		this.stale = rescores && this.files.length > 0;
		this.onresults();
		if (rescores) await this.rescore();
		else await this.step(() => this.settleResults());
		return event;
	}

	/** Seals a month: `make` gives the document once everything is computed and nothing else runs. */
	async seal(
		month: string,
		make: (files: WorkFile[]) => Promise<{ entry: Entry; seal: { key: string; text: string } }>
	): Promise<void> {
		await this.step(async () => {
			const files = this.files.length > 0 ? await this.filesWith(await this.filled(), month) : [];
			if (this.engine) await this.publish(this.engine);
			const { entry, seal } = await make(files);
			this.mayTake(entry);
			await this.write(entry, { seal });
			this.seals = await this.record!.store.seals();
		});
		this.onresults();
		await this.rescore();
	}

	/** Computes anew what follows from the log; an error is told, what was written stays written. */
	private rescore(): Promise<void> {
		if (this.files.length === 0) return Promise.resolve();
		return this.step(async () => {
			const engine = await this.filled();
			await this.enter(engine);
			await this.publish(engine);
		}).catch(() => {});
	}

	/** Notes that the kept results are those of the log as it is. */
	private async settleResults(): Promise<void> {
		const kept = await this.record!.store.kept<object>('results');
		if (kept) await this.record!.store.keep('results', { ...kept, at: this.record!.head.hash });
	}

	/** An entry that the month's state or the actor's role doesn't allow is refused here, whatever the screen offered. */
	private mayTake(entry: Entry, by = this.actor()): void {
		const why = refusal(this.events, entry, by);
		const { entry: posted, needsSecond: said } = (entry.data ?? {}) as {
			entry?: LedgerEntry;
			needsSecond?: boolean;
		};
		if (entry.kind === 'ledger' && posted && needsSecond(this.policyIn(posted.month), posted) !== said)
			throw new Error(t('barred.state'));
		if (why) throw new Error(t(`barred.${why}`));
	}

	private async filesWith(engine: BrowserEngine, month: string): Promise<WorkFile[]> {
		const rows = await engine.rows(`select source_file from reports.origin where month = '${month}'`);
		const numbers = new Set(rows.map((r) => Number(r['source_file'])));
		return this.files.filter((f) => numbers.has(f.number) || refersToOthers(f));
	}

	/** The bytes of a file that an entry carries. */
	attached(sha256: string): Promise<Blob> {
		return this.record!.store.bytes(sha256);
	}

	/** The months that a file has rows of. */
	monthsIn(file: WorkFile): Promise<string[]> {
		return this.step(async () => {
			const engine = await this.filled();
			const rows = await engine.rows(
				`select month from reports.origin where source_file = ${String(file.number)} order by month`
			);
			return rows.map((r) => String(r['month']));
		});
	}

	/** Whether a sealed month's files were deleted, at least one of them. */
	isErased(month: string): boolean {
		const erased = erasedFiles(this.events);
		return this.sealed.get(month)?.inputs.some((input) => erased.has(input.sha256)) ?? false;
	}

	/** Deletes the bytes of files all of whose months are sealed, by an entry that keeps their hashes. */
	erase(files: WorkFile[], reason: string, month: string): Promise<void> {
		return this.step(async () => {
			const removed = files.map(({ sha256, path }) => ({ sha256, path }));
			const shas = removed.map((f) => f.sha256);
			const entry: Entry = { kind: 'erase', reason, data: { month, removed } };
			this.mayTake(entry);
			await this.write(entry, { removed: shas });
			this.files = this.files.filter((f) => !shas.includes(f.sha256));
			if (this.files.length === 0) return this.becomeEmpty();
			const engine = await this.filled();
			await this.reload(engine);
			await this.publish(engine);
		});
	}

	/** The imported files, and those that the ledger makes. */
	get sources(): WorkFile[] {
		return [...this.files, ...this.entered];
	}

	/** The bytes of a file as they came. */
	bytesOf(file: WorkFile): Promise<Blob> {
		return this.record!.store.bytes(file.sha256);
	}

	/** The cells of a record as they stand in its file. */
	async raw(number: number, record: number): Promise<{ header: string[]; cells: string[] } | null> {
		const file = this.sources.find((f) => f.number === number);
		if (!file || !this.record) return null;
		const blob = this.pendingBlob(file) ?? (await this.record.store.bytes(file.sha256));
		const { path, how, checkpoints } = file;
		const cells = await this.intake().raw({
			blob,
			path,
			sheet: file.sheet ?? undefined,
			how,
			checkpoints,
			record
		});
		return cells && { header: how.header, cells };
	}

	/** All rejects of a file, read from it once more. */
	async rejectsOf(file: WorkFile): Promise<Reject[]> {
		if (file.tally.rejected <= file.rejects.length || !this.record) return file.rejects;
		const rejects: Reject[] = [];
		const blob = await this.record.store.bytes(file.sha256);
		await this.step(async () => {
			const meaning = await this.meaning(file.dataset, await this.filled());
			const hooks = {
				batch: () => Promise.resolve(),
				rejects: (found: Reject[]) => found.forEach((r) => rejects.push(r)),
				restart: () => {
					rejects.length = 0;
					return Promise.resolve();
				},
				progress: () => {}
			};
			await this.intake().read(
				{ blob, path: file.path, sheet: file.sheet ?? undefined, how: file.how, meaning, number: 0 },
				hooks
			).done;
		});
		return rejects;
	}

	private step<T>(work: () => Promise<T>, quiet = false): Promise<T> {
		const run = this.chain.then(async () => {
			await this.ready;
			return this.guarded(work, quiet);
		});
		this.chain = run.catch(() => {});
		return run;
	}

	/** A trap of the engine ends it; the step is tried once more over a new one, filled from the record. */
	private async guarded<T>(work: () => Promise<T>, quiet = false): Promise<T> {
		try {
			return await work().catch(async (error: unknown) => {
				if (!isTrap(error)) throw error;
				await this.drop(this.engine);
				return work();
			});
		} catch (error) {
			this.progress = null;
			if (isTrap(error)) await this.drop(this.engine);
			if (!quiet && !(error instanceof ReadCancelled))
				this.error = error instanceof Error ? error.message : String(error);
			throw error;
		} finally {
			this.computing = false;
		}
	}

	private async restore(name: WorkspaceName): Promise<void> {
		this.name = name;
		this.claim = await claim(
			name,
			() => void this.reread().catch(() => {}),
			() => void this.reread().catch(() => {})
		);
		this.following = !this.claim.writing;
		this.record = await WorkRecord.open<FileMeta>(
			name,
			this.claim.writing,
			() => (this.error = t('record.blocked'))
		);
		await this.derive();
	}

	/** Takes the state of the work from the record. */
	private async derive(): Promise<void> {
		const record = this.record!;
		const { store, events } = record;
		this.events = events;
		this.fault = await record.fault(knownHead(this.name));
		this.noted();
		this.seals = await store.seals();
		const files = await store.files();
		this.files = files.map(({ sha256, meta }) => ({ ...meta, sha256, number: this.nextNumber++ }));
		this.layouts = new Map((lastOf(events, 'layouts', 'layouts') as [string, Layout][] | undefined) ?? []);
		this.words = (lastOf(events, 'words', 'words') as Vocabulary | undefined) ?? {};
		this.readPolicies((lastOf(events, 'policies', 'policies') as unknown[] | undefined) ?? []);
		this.draft = (await store.kept<Policy | null>('draft')) ?? null;
		const kept = await store.kept<{
			files: [string, number][];
			results: Results;
			late?: [string, MonthDifference][];
			at?: string;
		}>('results');
		this.stale = kept !== undefined && kept.at !== record.head.hash && files.length > 0;
		this.late = new Map(kept?.late ?? []);
		this.computed = kept ? { ...EMPTY_RESULTS, ...renumbered(kept, this.files) } : EMPTY_RESULTS;
		this.phase = this.files.length > 0 || this.seals.length > 0 ? 'ready' : 'empty';
	}

	/** Another tab wrote, or left the writing to this one: what it did is shown here. */
	private reread(): Promise<void> {
		return this.step(async () => {
			this.following = !this.claim?.writing;
			this.error = null;
			await this.record!.reread();
			// files get new numbers: an engine that knows the old ones is of no use
			await this.drop(this.engine);
			await this.derive();
			this.onresults();
		}, true);
	}

	/** Writes a step down; it is on disk when this resolves. */
	private async write(
		entry: Entry,
		change: Omit<Change<FileMeta>, 'event'> = {},
		by = this.actor()
	): Promise<LogEvent> {
		this.mayWrite();
		const event = await this.record!.write(entry, by, change);
		this.events = this.record!.events;
		this.noted();
		this.claim?.tell();
		return event;
	}

	private mayWrite(): void {
		if (this.following) throw new Error(t('record.following'));
		if (this.fault) throw new Error(t('record.barred'));
	}

	/** Notes where the log ends, so that a store that comes back with less is noticed. */
	private noted(): void {
		if (this.fault) return;
		const { head } = this.record!;
		noteHead(this.name, head);
		document.documentElement.dataset['recorded'] = `${String(head.seq)} ${head.hash}`;
	}

	/** Everything that the record holds, as one file. */
	backup(): Promise<Blob> {
		return this.step(() => backup(this.record!.store, new Date().toISOString()));
	}

	/** What restoring a backup would lose: how many entries are here that it lacks; 0 where it goes on from here. */
	async lossOf(file: Blob): Promise<number> {
		const { events } = await readBackup<FileMeta>(file);
		const same = this.events.findIndex((event, at) => events[at]?.hash !== event.hash);
		return same < 0 ? 0 : this.events.length - same;
	}

	/** Puts a backup in place of what is here; throws with the place where it is damaged, and changes nothing then. */
	restoreBackup(file: Blob): Promise<void> {
		return this.step(async () => {
			if (this.following) throw new Error(t('record.following'));
			const found = await readBackup<FileMeta>(file);
			await this.record!.store.replace(found);
			forget(this.name);
			await this.startAnew();
		});
	}

	/** Takes the record as it is found, though it is less than what was known. */
	acceptLoss(): Promise<void> {
		return this.step(async () => {
			forget(this.name);
			await this.startAnew();
		});
	}

	/** Removes everything of this workspace from this machine. */
	wipe(): Promise<void> {
		return this.step(async () => {
			await this.empty();
			await this.startAnew();
		});
	}

	/** One hash of the log, the files and the sealed months. */
	stateHash(): Promise<string> {
		return this.step(() => this.record!.stateHash());
	}

	private async empty(): Promise<void> {
		if (this.following) throw new Error(t('record.following'));
		await this.record!.store.clear();
		forget(this.name);
		await this.record!.reread();
		this.events = [];
		this.fault = null;
		this.noted();
		this.claim?.tell();
	}

	private async startAnew(): Promise<void> {
		await this.drop(this.engine);
		await this.record!.reread();
		await this.derive();
		this.claim?.tell();
		if (this.files.length > 0 && !this.fault && this.pending) await this.open();
		this.onresults();
	}

	/** Fills the engine in the background, so that rows are there when they are asked for. */
	warmUp(): Promise<void> {
		return this.step(async () => void (this.files.length > 0 && (await this.filled())));
	}

	private async switchTo(name: WorkspaceName): Promise<void> {
		await this.engine?.close();
		this.engine = null;
		this.record?.close();
		this.claim?.release();
		localStorage.setItem(CURRENT, name);
		this.attention = [];
		this.computed = EMPTY_RESULTS;
		await this.restore(name);
		this.onresults();
	}

	private async leaveSample(): Promise<void> {
		if (this.name !== 'sample') return;
		await this.empty();
		await this.switchTo('own');
	}

	private async becomeEmpty(): Promise<void> {
		await this.engine?.close();
		this.engine = null;
		this.computed = EMPTY_RESULTS;
		await this.record?.store.keep('results', undefined);
		this.phase = this.seals.length > 0 ? 'ready' : 'empty';
		this.onresults();
	}

	private intake(): IntakeClient {
		if (!this.client || this.client.dead) this.client = new IntakeClient();
		return this.client;
	}

	private async take(dropped: Dropped[]): Promise<string[]> {
		this.error = null;
		if (!this.engine) void this.start();
		const candidates: Candidate[] = [];
		const attention: Attention[] = [];
		for (const [file, item] of dropped.entries()) {
			this.progress = {
				path: item.path,
				file,
				files: dropped.length,
				bytes: 0,
				size: item.blob.size,
				records: 0,
				cancel: null
			};
			const report = await this.intake().survey({
				blob: item.blob,
				path: item.path,
				sheet: item.sheet,
				layouts: [...this.layouts]
			});
			const found = this.judge(item, report, candidates);
			if (found) attention.push(found);
			else candidates.push(await this.cleaned({ dropped: item, report }));
		}
		this.attention = [...this.attention.filter((a) => a.kind === 'unmapped'), ...attention];
		this.progress = null;
		return candidates.length > 0 ? this.accept(candidates) : [];
	}

	/** A file as it is kept: without the personal data that no measure needs, group raters under pseudonyms. */
	private async cleaned(came: Candidate): Promise<Candidate> {
		const { dropped, report } = came;
		const scrub = scrubOf(report.how!);
		if (!scrub) return came;
		const { path, blob, sheet } = dropped;
		const vocabulary = withWords($state.snapshot(this.words));
		const clean = await this.intake().scrub({
			blob,
			path,
			sheet,
			how: report.how!,
			scrub,
			vocabulary,
			salt: salt()
		});
		const again = await this.intake().survey({ blob: clean, path, layouts: [...this.layouts] });
		if (!again.how?.mapping) throw new Error(`${path}: not understood once personal data was taken out`);
		return {
			dropped: { ...dropped, blob: clean },
			report: {
				...again,
				kind: report.kind,
				how: {
					...again.how,
					warnings: report.how!.warnings,
					// who rated whom how isn't shown
					preview: scrub.raters ? [] : again.how.preview
				}
			},
			original: report.sha256,
			scrubbed: scrub.titles
		};
	}

	private judge(dropped: Dropped, report: SurveyReport, taken: Candidate[]): Attention | null {
		const { path } = dropped;
		const { unreadable, sha256 } = report;
		if (unreadable) return { kind: 'unreadable', path, ...unreadable };
		const known =
			this.files.some((f) => f.sha256 === sha256 || f.original === sha256) ||
			taken.some((t) => t.report.sha256 === sha256 || t.original === sha256);
		if (known) return { kind: 'same', path };
		return report.how?.mapping ? null : { kind: 'unmapped', path, dropped, report };
	}

	private async accept(candidates: Candidate[]): Promise<string[]> {
		const before = this.files;
		const engine = await this.filled();
		const added = readingOrder(
			candidates.map((c) => ({ ...newFile(c, this.nextNumber++), blob: c.dropped.blob }))
		);
		const total = added.length;
		try {
			for (const [at, file] of added.entries()) {
				Object.assign(file, await this.read(engine, file, file.blob, at, total, [...before, ...added]));
			}
			const settled = await this.settle(engine, before, added);
			if (!settled) {
				await this.discard(engine, added);
				return [];
			}
			const gone = before.filter((f) => !settled.some((s) => s.sha256 === f.sha256));
			this.files = settled;
			if ([...added, ...gone].some(refersToOthers) && before.length > 0) await this.reload(engine);
			else for (const file of gone) await this.unloadFrom(engine, file);
			const current = added.map((file) => ({ ...file, ...this.files.find((f) => f.sha256 === file.sha256) }));
			const entered = current.map((file) => ({ file: stored(file), blob: file.blob }));
			await this.write(
				importEntry(
					entered.map((e) => e.file),
					gone
				),
				{ added: entered, removed: gone.map((f) => f.sha256) }
			);
		} catch (error) {
			this.files = before;
			await this.drop(engine);
			throw error;
		}
		this.phase = 'ready';
		await this.publish(engine);
		return added.map((f) => f.sha256);
	}

	/** Lists the files and lets the user decide where a new one disagrees with those there; null when it is called off. */
	private async settle(
		engine: BrowserEngine,
		before: WorkFile[],
		added: WorkFile[]
	): Promise<WorkFile[] | null> {
		let standing = [...before, ...added];
		await this.list(engine, standing);
		if (before.length === 0) return standing;
		await (await workbench()).findRepeats(engine);
		for (const file of added) {
			const old = before.find((f) => f.path === file.path) ?? null;
			const difference = await differenceOf(engine, file, old, standing, (f, record) =>
				this.rawOf(f, record, added as (WorkFile & { blob: Blob })[])
			);
			if (!difference) continue;
			const choice = await new Promise<Choice>((answer) => (this.question = { difference, answer }));
			this.question = null;
			if (choice === 'cancel') return null;
			if (choice === 'replace') standing = standing.filter((f) => f !== old);
			if (choice === 'newer') file.precedence = 1 + Math.max(...standing.map((f) => f.precedence));
			if (choice === 'older') file.precedence = Math.min(...standing.map((f) => f.precedence)) - 1;
		}
		return standing;
	}

	/** What would change in each sealed month if it were reopened as things are. */
	private async lateChanges(engine: BrowserEngine): Promise<Map<string, MonthDifference>> {
		const late = new Map<string, MonthDifference>();
		for (const [month, seal] of this.sealed) {
			if (this.isErased(month)) continue;
			const raw = monthResults(this.computed, month);
			const parts = ['units', 'lines', 'totals', 'rankings', 'awards', 'followups'] as const;
			const same = parts.every((part) => canonical(raw[part]) === canonical(seal[part]));
			if (same) continue;
			const { unsealed } = await workbench();
			const after = monthResults({ ...this.computed, ...(await unsealed(engine, month)) }, month);
			late.set(month, monthDifference(month, seal, after));
		}
		return late;
	}

	/** Reads what the ledger holds into the engine, in place of what it held before. */
	private async enter(engine: BrowserEngine): Promise<void> {
		for (const file of this.entered) await this.unloadFrom(engine, file);
		this.entered = [];
		for (const { path, text } of enteredTables(this.events)) {
			const blob = new Blob([text]);
			const report = await this.intake().survey({ blob, path, sheet: undefined, layouts: [] });
			// what is entered by hand stands before what was imported
			const precedence = ENTERED_FIRST;
			const file = { ...newFile({ dropped: { path, blob }, report }, this.nextNumber++), blob, precedence };
			Object.assign(file, await this.read(engine, file, blob, 0, 1, this.files, false));
			this.entered.push(file);
		}
		this.progress = null;
	}

	/** Tells the engine which files stand. */
	private list(engine: BrowserEngine, files = this.files): Promise<void> {
		return listFiles(engine, [...files, ...this.entered]);
	}

	private async rawOf(
		file: WorkFile,
		record: number,
		added: (WorkFile & { blob: Blob })[]
	): Promise<string[] | null> {
		const blob =
			added.find((a) => a.number === file.number)?.blob ?? (await this.record?.store.bytes(file.sha256));
		if (!blob) return null;
		const { path, how, checkpoints } = file;
		return this.intake().raw({ blob, path, sheet: file.sheet ?? undefined, how, checkpoints, record });
	}

	private async discard(engine: BrowserEngine, added: WorkFile[]): Promise<void> {
		for (const file of added) await this.unloadFrom(engine, file);
		await this.list(engine);
	}

	/** Reads a file in another way: understood first, then written down with its entry, then read. */
	private async retake(file: WorkFile, entry: Entry, layouts = this.layouts): Promise<void> {
		const blob = await this.record!.store.bytes(file.sha256);
		const report = await this.intake().survey({
			blob,
			path: file.path,
			sheet: file.sheet ?? undefined,
			layouts: [...layouts]
		});
		if (!report.how?.mapping) throw new Error(t('import.notUnderstood', { path: file.path }));
		const changed: WorkFile = { ...file, how: report.how, dataset: report.how.mapping.dataset };
		await this.write(entry, { added: [{ file: stored(changed) }] });
		this.files = this.files.map((f) => (f.sha256 === file.sha256 ? changed : f));
		await this.refresh();
	}

	/** Reads every file anew, because what their cells mean has changed. */
	private async refresh(): Promise<void> {
		if (!this.engine) return this.open();
		await this.reload(this.engine);
		await this.publish(this.engine);
	}

	/** The engine with every file of the workspace in it. */
	private async filled(): Promise<BrowserEngine> {
		if (!this.engine) await this.open();
		return this.engine!;
	}

	/** True while there are files but no scores of them yet. */
	get pending(): boolean {
		return this.files.length > 0 && this.computed.rules.length === 0;
	}

	private start(): Promise<BrowserEngine> {
		this.starting ??= workbench().then(({ openWorkbench }) => openWorkbench());
		// a failure is told where the engine is awaited; it may be tried again
		this.starting.catch(() => (this.starting = null));
		return this.starting;
	}

	private async open(): Promise<void> {
		const engine = await this.start();
		this.starting = null;
		await this.fill(engine);
		this.engine = engine;
		if (this.files.length > 0) await this.publish(engine);
	}

	/** Gives an engine up: whatever it held is read anew from the record when it is needed. */
	private async drop(engine: BrowserEngine | null): Promise<void> {
		if (this.engine === engine) this.engine = null;
		// a trapped engine may not end by itself; it is out of use either way
		await engine?.close().catch(() => {});
	}

	private async reload(engine: BrowserEngine): Promise<void> {
		await (await workbench()).reset(engine);
		await this.fill(engine);
	}

	/** Reads every file of the record into an empty engine; what is found anew (a word is known now) is kept. */
	private async fill(engine: BrowserEngine): Promise<void> {
		try {
			await this.fillFrom(engine);
		} catch (error) {
			await this.drop(engine);
			throw error;
		}
	}

	private async fillFrom(engine: BrowserEngine): Promise<void> {
		const ordered = readingOrder(this.files);
		const read: WorkFile[] = [];
		for (const [at, file] of ordered.entries()) {
			const blob = await this.record!.store.bytes(file.sha256).catch((error: unknown) => {
				const waiting = this.pendingBlob(file);
				if (waiting) return waiting;
				throw error;
			});
			read.push({ ...file, ...(await this.read(engine, file, blob, at, ordered.length, this.files, false)) });
		}
		this.files = read;
		await this.enter(engine);
		await this.list(engine);
		this.progress = null;
	}

	/** The bytes of a file that is being imported and not in the record yet. */
	private pendingBlob = (file: WorkFile): Blob | undefined => (file as WorkFile & { blob?: Blob }).blob;

	private async read(
		engine: BrowserEngine,
		file: WorkFile,
		blob: Blob,
		at: number,
		total: number,
		all: WorkFile[],
		cancellable = true
	): Promise<Pick<FileMeta, 'tally' | 'rejects' | 'checkpoints' | 'mismatch'>> {
		let rejects: Reject[] = [];
		const meaning = await this.meaning(file.dataset, engine, all);
		const reading = this.intake().read(
			{ blob, path: file.path, sheet: file.sheet ?? undefined, how: file.how, meaning, number: file.number },
			{
				batch: (relation, ipc) => engine.appendIpc(relation, ipc),
				rejects: (found) => (rejects = [...rejects, ...found].slice(0, KEPT_REJECTS)),
				restart: async () => {
					rejects = [];
					await this.unloadFrom(engine, file);
				},
				progress: (bytes, records) =>
					(this.progress = {
						path: file.path,
						file: at,
						files: total,
						bytes,
						size: blob.size,
						records,
						cancel: cancellable ? reading.cancel : null
					})
			}
		);
		this.progress = {
			path: file.path,
			file: at,
			files: total,
			bytes: 0,
			size: blob.size,
			records: 0,
			cancel: cancellable ? reading.cancel : null
		};
		const { tally, checkpoints, mismatch } = await reading.done;
		return { tally, rejects, checkpoints, mismatch };
	}

	private async meaning(
		dataset: string,
		engine: BrowserEngine,
		all = this.files
	): Promise<import('../intake/readers').Meaning> {
		const directory = await loadedDirectory(engine, {
			branches: dataset !== 'branches' && all.some((f) => f.dataset === 'branches'),
			people: dataset !== 'people' && all.some((f) => f.dataset === 'people')
		});
		return { vocabulary: withWords($state.snapshot(this.words)), directory, scale: 5 };
	}

	private unloadFrom(engine: BrowserEngine, file: WorkFile): Promise<void> {
		return engine.exec(
			`delete from staging.${datasetOf(file.dataset).relation} where source_file = ${String(file.number)}`
		);
	}

	/** Computes, shows and keeps the results. */
	private async publish(engine: BrowserEngine): Promise<void> {
		const { computeAll } = await workbench();
		this.progress = null;
		this.computing = true;
		await this.list(engine);
		this.computed = await computeAll(
			engine,
			this.policies,
			this.calendar,
			corrections(this.events).map(({ entry }) => entry),
			[...this.sealed.values()].flatMap(sealedTotals)
		);
		this.late = await this.lateChanges(engine);
		this.computing = false;
		this.stale = false;
		this.onresults();
		if (this.following) return;
		const results = {
			files: this.files.map((f) => [f.sha256, f.number]),
			results: this.computed,
			late: [...this.late],
			at: this.record!.head.hash
		};
		await this.record!.store.commit({
			added: this.files.map((file) => ({ file: stored(file) })),
			kept: [['results', results]]
		});
		// once there is time: what came in is safe already
		requestIdleCallback(() => void this.record?.store.compress().catch(() => {}));
	}
}
