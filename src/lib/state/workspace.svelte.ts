import type { Row } from '../engine/engine';
import type { BrowserEngine } from '../engine/engine-client';
import type { Shown } from '../engine/shown';
import type { Attempt, Outcome, Rescoring } from '../engine/trial';
import { ReadCancelled } from '../engine/intake-client';
import type { SurveyReport } from '../engine/intake-messages';
import { isSystemFile, systemWarning, unreadWarning } from '../intake/unread';
import type { Given } from '../intake/header';
import { loss } from '../intake/warning';
import { readingOrder } from '../engine/reading-order';
import type { Mapping } from '../intake/header';
import type { Understanding } from '../intake/understand';
import type { Reject } from '../intake/reject';
import { layoutSignature, type Layout } from '../intake/layout';
import { withWords, type Vocabulary } from '../intake/vocabulary';
import type { Policy } from '../policy/schema';
import { POLICIES, policyInForce } from '../policy/versions';
import { followsFrom, type Entry, type LogEvent } from '../record/event';
import type { Actor } from '../record/actor';
import { corrections } from '../record/ledger';
import { importEntry } from '../record/record';
import { canonical } from '../record/canonical';
import { t } from './preferences.svelte';
import { differenceOf, refersToOthers } from './difference';
import type { Attention, Choice, Difference, Dropped, WorkFile, WorkspaceName } from './files';
import { keptResults, nothingOf, piecesOf, settle, type KeptHead } from './kept-results';
import { whenIdle } from './idle';
import { lateChanges } from './late';
import type { MonthDifference } from '../month/month-results';
import { OwnPolicies, type PolicyChange } from './own-policies.svelte';
import { Reading } from './reading.svelte';
import { sealedRows, withSeals } from './seals';
import { EMPTY_RESULTS, type Results } from '../compute/rows';
import { statedOf } from '../month/stated';
import { asideOfAll, unreadOf, type Unread } from '../month/unread';
import { today } from '../calendar/day';
import { decide } from '../month/decide';
import { erasable } from '../month/erasable';
import { monthMeant, restsOnResults, type Intent } from '../month/intent';
import type { Situation } from '../month/life';
import { hashOf } from './month-hash';
import { refusedText } from './refused';
import { timeZoneOf } from '../policy/zone';
import { carried, workbench, WorkEngine } from './work-engine';
import {
	candidatesOf,
	isTrap,
	readable,
	statedUnits,
	newFile,
	type Candidate,
	renumbered,
	stored,
	upgraded,
	withoutBytes,
	without
} from './work-files';
import { WorkLog } from './work-log.svelte';
import { local } from './local';

/** How long a desk rests before the scores follow, in milliseconds. */
const REST = 1500;

const CURRENT = 'kaohe.workspace';

/** The files of one workspace, what was computed from them, and every step that changes either; steps run one at a time. */
export class Workspace {
	phase = $state<'loading' | 'empty' | 'ready'>('loading');
	name = $state<WorkspaceName>('own');
	files = $state.raw<WorkFile[]>([]);
	readonly log = new WorkLog();
	readonly policy = new OwnPolicies();
	readonly reading = new Reading();
	private readonly engine = new WorkEngine(this.reading, {
		bytes: async (file) => {
			const waiting = carried(file);
			return waiting ?? this.log.bytes(file.sha256);
		},
		vocabulary: () => this.vocabulary,
		zone: () => timeZoneOf(this.policy.all),
		events: () => this.log.events
	});
	/** Everything as computed from the files; sealed months may differ from what was sealed. */
	computed = $state.raw<Results>(EMPTY_RESULTS);
	/** What the screens show: sealed months as sealed, the others as computed. */
	readonly results = $derived.by(() => withSeals(this.computed, this.log.sealed));
	/** What late or corrected data would change in sealed months, by month. */
	late = $state.raw<Map<string, MonthDifference>>(new Map());
	computing = $state(false);
	attention = $state.raw<Attention[]>([]);
	/** What was handed over and isn't read. */
	readonly unread = $derived.by(() => unreadOf(this.log.events));
	/** A difference that waits for the user's choice. */
	question = $state.raw<{ difference: Difference; answer: (choice: Choice) => void } | null>(null);
	error = $state<string | null>(null);
	/** The words that the user added to the vocabulary. */
	words = $state.raw<Vocabulary>({});
	/** Steps that wait or work and will write: the page is not to be left meanwhile. */
	unwritten = $state(0);
	/** Entries that are on their way to the disk: too short to be shown. */
	private entering = 0;
	/** True while the scores on the screen are older than the log: they are being computed anew. */
	stale = $state(false);
	/** Resolves once the last scores are on the page. */
	readonly ready: Promise<void>;
	/** Called whenever the results are new. */
	onresults: () => void = () => {};

	private layouts = new Map<string, Layout>();
	private chain: Promise<unknown> = Promise.resolve();
	private queued: Promise<void> | null = null;
	private resting: ReturnType<typeof setTimeout> | undefined;
	private turning: Promise<unknown> = Promise.resolve();

	constructor() {
		const opened = isSecureContext
			? this.restore((local.getItem(CURRENT) as WorkspaceName | null) ?? 'own')
			: Promise.reject(new Error(t('error.insecure')));
		this.ready = opened.catch((error: unknown) => {
			// without storage nothing can be kept: the page says so, and takes nothing in
			this.phase = 'empty';
			this.error = error instanceof Error ? error.message : String(error);
			throw error;
		});
		this.ready.catch(() => {});
	}

	/** Takes files in; what can't be taken without the user waits in `attention`. */
	import(dropped: Dropped[]): Promise<string[]> {
		return this.writing(
			async () => {
				this.log.mayWrite();
				if (this.name === 'sample') await this.leaveSample();
				return this.take(dropped);
			},
			(added) => this.follow(added.length > 0)
		);
	}

	/** Loads the sample into a workspace of its own. */
	loadSample(dropped: Dropped[]): Promise<void> {
		return this.turn(async () => {
			if (this.name !== 'sample') await this.switchTo('sample');
			await this.log.empty();
			await this.take(dropped);
			await this.follow(true);
		});
	}

	/** Removes the sample and goes back to the user's own files. */
	removeSample(): Promise<void> {
		return this.turn(() => this.leaveSample());
	}

	/** Takes files out again: the import is undone, and what they replaced comes back. */
	remove(sha256: string[], restored: { file: WorkFile; blob: Blob }[] = []): Promise<void> {
		return this.writing(
			async () => {
				const gone = this.files.filter((f) => sha256.includes(f.sha256));
				const added = restored.map(({ file, blob }) => ({ file: stored(file), blob }));
				await this.write(
					importEntry(
						added.map((a) => a.file),
						gone
					),
					{ added, removed: sha256 }
				);
				this.files = [
					...this.files.filter((f) => !sha256.includes(f.sha256)),
					...restored.map((r) => r.file)
				];
				return gone;
			},
			async (gone) => {
				if (this.files.length === 0) return this.becomeEmpty();
				const engine = this.engine.current;
				if (!engine) return this.open();
				if (restored.length > 0 || gone.some(refersToOthers)) await this.reload(engine);
				else {
					for (const file of gone) await this.engine.unload(engine, file);
					await this.rescale(engine);
				}
				await this.publish(engine);
			}
		).then(() => {});
	}

	/** Reads a waiting or an imported file by a corrected mapping, and remembers its columns and units for the layout; values for all records, and the encoding, are the file's own. */
	remap(
		file: { path: string; how: Understanding },
		mapping: Mapping,
		own: { given: Given; said: string | null },
		dropped?: Dropped
	): Promise<void> {
		const work = async (): Promise<boolean> => {
			const { header } = file.how;
			const columns = Object.fromEntries(
				Object.entries(mapping.columns).map(([c, at]) => [c, header[at]!.trim()])
			);
			const { dataset, columns: places } = mapping;
			const layout: Layout = { dataset, columns, places, units: statedUnits(file.how, mapping) };
			const layouts = new Map(this.layouts).set(layoutSignature(header), layout);
			const entry: Entry = { kind: 'layouts', data: { layouts: [...layouts], path: file.path, ...own } };
			const known = this.files.find((f) => f.path === file.path);
			if (!dropped && known) await this.retake({ ...known, ...own }, () => entry, layouts);
			else await this.write(entry);
			this.layouts = layouts;
			// others of the same header, which wait too, are understood by the same answer
			const alike = this.attention.flatMap((a) =>
				a.kind === 'unmapped' &&
				a.path !== file.path &&
				layoutSignature(a.table.how.header) === layoutSignature(header)
					? [a]
					: []
			);
			const settled = new Set([file.path, ...alike.map((a) => a.path)]);
			this.attention = this.attention.filter((a) => !(a.kind === 'unmapped' && settled.has(a.path)));
			const others = alike.map((a) => a.dropped);
			const first = dropped ? [{ ...dropped, given: own.given, said: own.said ?? undefined }] : [];
			const waiting = [...first, ...others];
			const taken = waiting.length > 0 ? await this.take(waiting) : [];
			return taken.length > 0 || (!dropped && known !== undefined);
		};
		return this.writing(work, (changed) =>
			!changed ? Promise.resolve() : dropped ? this.follow(true) : this.refresh()
		).then(() => {});
	}

	/** Says that a file or table that isn't read isn't needed. */
	async waiveUnread(path: string, reason: string): Promise<void> {
		await this.act({ kind: 'unread_waived', reason, data: { path } });
		this.attention = this.attention.filter((a) => a.path !== path);
	}

	/** Reads another sheet of an imported workbook in place of the one that was read. */
	chooseSheet(file: WorkFile, sheet: string): Promise<void> {
		const { path, sha256, sheet: before } = file;
		const work = (): Promise<void> =>
			this.retake({ ...file, sheet }, ({ warnings }) => {
				const left = warnings.filter((w) => w.column === before);
				const added = [{ path: `${path}#${sheet}` }];
				const unread = left.map((warning) => ({ path: `${path}#${warning.column}`, warning }));
				return { kind: 'sheet', data: { path, sha256, sheet, added, unread } };
			});
		return this.writing(work, () => this.refresh());
	}

	/** Gives a word a meaning in the vocabulary, in place of the one it had, and reads the records again. */
	addWord(list: string, value: string, word: string): Promise<void> {
		return this.setWords({ list, value, word }, (words) => {
			const values = without(words[list] ?? {}, word);
			return { ...words, [list]: { ...values, [value]: [...(values[value] ?? []), word] } };
		});
	}

	/** Takes a word of the workspace's own out of the vocabulary again. */
	removeWord(list: string, word: string): Promise<void> {
		return this.setWords({ list, value: null, word }, (words) => ({
			...words,
			[list]: without(words[list] ?? {}, word)
		}));
	}

	private async setWords(
		changed: { list: string; value: string | null; word: string },
		change: (words: Vocabulary) => Vocabulary
	): Promise<void> {
		await this.enter(() => {
			const words = change(this.words);
			if (canonical(words) === canonical(this.words)) throw new Error(t('barred.done'));
			return { kind: 'words', data: { words: $state.snapshot(words), changed } };
		});
		this.words = this.log.last('words')?.data.words ?? {};
		if (this.files.length > 0) await this.step(() => this.refresh());
	}

	/** The policy that a month is scored by. */
	policyIn(month: string): Policy {
		const seal = this.log.sealed.get(month);
		return seal ? (seal.policy as Policy) : policyInForce(month, this.policy.all);
	}

	/** The names that any version has or had: none is used again for other rules. */
	get versionNames(): Set<string> {
		const changed = this.log.events.flatMap(({ kind, data }) =>
			kind === 'policies' ? (data.changed?.policy ?? []) : []
		);
		return new Set([...this.policy.all.map((p) => p.policy), ...changed]);
	}

	/** Keeps the policy that is being written; null gives it up. */
	async keepDraft(draft: Policy | null): Promise<void> {
		this.policy.draft = draft;
		await this.ready;
		if (!this.log.following && this.log.isOpen) await this.log.store.keep('draft', draft);
	}

	/** Takes head office's own versions from the log, and says what is wrong with one that can't be read. */
	private readPolicies(): void {
		const bad = this.policy.read(this.log.last('policies')?.data.policies ?? []);
		if (bad) this.error = bad;
	}

	/** Takes out a version of the rules that this build can't read. */
	async dropUnusable(value: unknown, reason: string): Promise<void> {
		await this.enter(() => this.policy.without(value, reason));
		this.error = null;
		this.readPolicies();
	}

	/** Puts a version of head office's own in force, or takes one back, and scores every month anew by the version in force. */
	async setPolicies(change: PolicyChange, reason: string): Promise<void> {
		await this.enter(() => {
			const own = this.policy.with(change);
			const bound = this.log.boundMonths.find(
				(month) => policyInForce(month, [...POLICIES, ...own]).policy !== this.policyIn(month).policy
			);
			if (bound !== undefined) throw new Error(t('policy.reaches', { month: bound }));
			return this.policy.entry(own, change, reason);
		});
		const zone = timeZoneOf(this.policy.all);
		this.readPolicies();
		this.stale = this.files.length > 0;
		this.onresults();
		await this.step(async () => {
			// times that name a zone are read anew where the company's is another
			if (this.files.length > 0 && timeZoneOf(this.policy.all) !== zone) await this.refresh();
			else if (this.files.length > 0) await this.publish(await this.filled());
		});
	}

	/** Scores the loaded months by another policy and takes it all back: the engine and the record stay as they are. */
	tryPolicy(trial: Attempt): Promise<Outcome> {
		return this.step(
			async () => (await workbench()).tryOut(await this.filled(), { ...trial, inForce: this.policy.all }),
			true
		);
	}

	/** Answers with rows of the engine, which is opened and filled first where it isn't. */
	rows(sql: string): Promise<Row[]> {
		return this.step(async () => (await this.filled()).rows(sql));
	}

	/** Answers with the rows of each query as if the months were scored by another version. */
	under(by: Rescoring, queries: string[]): Promise<Row[][]> {
		return this.step(async () => (await workbench()).under(await this.filled(), by, queries), true);
	}

	/** Answers with the rows of each query about the months shown. */
	report(shown: Shown, queries: string[]): Promise<Row[][]> {
		return this.step(async () => {
			const engine = await this.filled();
			await (await workbench()).show(engine, shown, this.vocabulary);
			const answers: Row[][] = [];
			for (const query of queries) answers.push(await engine.rows(query));
			return answers;
		});
	}

	/** What a decision about a month rests on now. */
	situation(hash: string): Situation {
		const { events, calendar, sealed } = this.log;
		const { results, unread, sources: files } = this;
		const policyIn = (month: string): Policy => this.policyIn(month);
		return { events, calendar, policyIn, results, hash, files, unread, sealed };
	}

	/** Does what someone wants: resolves once what is decided is written down; what follows from it is computed then, `settled` waits for it. */
	async act(intent: Intent, by?: Actor, attached: { sha256: string; blob: Blob }[] = []): Promise<LogEvent> {
		const event =
			intent.kind === 'step' || (restsOnResults(intent) && this.stale)
				? await this.writing(async () => {
						// the results are those of the log as it is
						if (this.stale) await this.catchUp();
						return this.enter(() => intent, by, { attached }, await this.hashFor(intent));
					})
				: await this.enter(() => intent, by, { attached });
		const follows = followsFrom(event);
		const rescores = follows !== 'never';
		if (rescores && this.files.length > 0) this.stale = true;
		this.onresults();
		if (follows === 'at_rest') this.rescoreSoon();
		else if (rescores) void this.rescore();
		else void this.step(() => this.settleResults()).catch(() => {});
		return event;
	}

	/** Resolves once all is done that was asked for before; what failed of it is told where it stands. */
	settled(): Promise<void> {
		return this.step(() => Promise.resolve(), true).catch(() => {});
	}

	private hashFor(intent: Intent): Promise<string> {
		const month = monthMeant(intent);
		return month === null ? Promise.resolve('') : hashOf(this.results, month);
	}

	/** Seals a month: `make` gives the document once everything is computed and nothing else runs. */
	async seal(
		month: string,
		make: (files: WorkFile[]) => Promise<{ intent: Intent; seal: { key: string; text: string } }>
	): Promise<LogEvent> {
		const event = await this.writing(async () => {
			const files = this.files.length > 0 ? await this.filesWith(await this.filled(), month) : [];
			if (this.engine.current) await this.catchUp();
			const { head } = this.log;
			const { intent, seal } = await make(files);
			return this.enter(
				() => {
					// what a seal says of the log is of the log as it was
					if (this.log.head !== head) throw new Error(t('barred.state'));
					return intent;
				},
				undefined,
				{ seal },
				await this.hashFor(intent)
			);
		});
		this.onresults();
		await this.rescore();
		return event;
	}

	/** Computes anew what follows from the log; an error is told, what was written stays written. */
	private rescore(): Promise<void> {
		clearTimeout(this.resting);
		if (this.files.length === 0) return Promise.resolve();
		// one that hasn't begun yet will take in what is written by then
		this.queued ??= this.step(async () => {
			this.queued = null;
			await this.catchUp();
		}).catch(() => {});
		return this.queued;
	}

	/** Reads in what was entered by hand and computes: the scores are those of the log as it is. */
	private async catchUp(): Promise<void> {
		const engine = await this.filled();
		await this.engine.enter(engine, this.files);
		await this.publish(engine);
	}

	private rescoreSoon(): void {
		clearTimeout(this.resting);
		this.resting = setTimeout(() => void this.rescore(), REST);
	}

	/** Notes that the kept results are those of the log as it is. */
	private async settleResults(): Promise<void> {
		if (this.stale) return;
		await settle(this.log.store, this.log.head);
	}

	/** Writes what is decided of an intent as the log is then, at once, whatever the engine does; throws why it is refused. */
	private async enter(
		make: () => Intent,
		by: Actor | null = this.log.actor(),
		change: Parameters<WorkLog['enter']>[2] = {},
		hash = ''
	): Promise<LogEvent> {
		this.entering++;
		try {
			await this.ready;
			await this.turning;
			return await this.log.enter(
				() => {
					const { entry, refused } = decide(this.situation(hash), make(), by, today());
					if (refused) throw new Error(refusedText(refused));
					return entry;
				},
				by,
				change
			);
		} finally {
			this.entering--;
		}
	}

	private async filesWith(engine: BrowserEngine, month: string): Promise<WorkFile[]> {
		const rows = await engine.rows(`select source_file from reports.origin where month = '${month}'`);
		const numbers = new Set(rows.map((r) => Number(r['source_file'])));
		return this.files.filter((f) => numbers.has(f.number) || refersToOthers(f));
	}

	/** Deletes the bytes of a sealed month's files that belong to sealed months alone, by an entry that keeps their hashes; resolves with how many. */
	erase(month: string, reason: string): Promise<number> {
		const removed = erasable(this.situation(''), month).map((f) => f.sha256);
		return this.writing(
			async () => {
				await this.enter(() => ({ kind: 'erase', month, reason }), undefined, { removed });
				this.files = this.files.filter((f) => !removed.includes(f.sha256));
				return removed.length;
			},
			() => (this.files.length === 0 ? this.becomeEmpty() : this.refresh())
		);
	}

	/** The imported files, and those that the ledger makes. */
	get sources(): WorkFile[] {
		return [...this.files, ...this.engine.entered];
	}

	/** The cells of a record as they stand in its file. */
	async raw(number: number, record: number): Promise<{ header: string[]; cells: string[] } | null> {
		const file = this.sources.find((f) => f.number === number);
		if (!file) return null;
		const cells = await this.reading.raw(file, await this.bytesOf(file), record);
		return cells && { header: file.how.header, cells };
	}

	/** The bytes of a file as they are kept. */
	async bytesOf(file: WorkFile): Promise<Blob> {
		return carried(file) ?? this.log.bytes(file.sha256);
	}

	/** All rejects of a file, read from it once more. */
	async rejectsOf(file: WorkFile): Promise<Reject[]> {
		if (file.tally.rejected <= file.rejects.length) return file.rejects;
		const blob = await this.bytesOf(file);
		return this.step(async () => {
			const meaning = await this.engine.meaning(file.dataset, await this.filled(), this.files);
			return this.reading.rejects(file, blob, meaning);
		});
	}

	/** Whether leaving the page now would lose something. */
	get holds(): boolean {
		return this.unwritten + this.entering > 0;
	}

	/** Scores files that have just been taken in. */
	private async follow(hasNew: boolean): Promise<void> {
		const engine = this.engine.current;
		if (hasNew) await (engine ? this.publish(engine) : this.open());
	}

	/** Does work once it is its turn, and then what follows from it: an engine that traps ends neither, and what `work` wrote isn't written again. */
	private step<T>(work: () => Promise<T>, quiet = false, derive?: (done: T) => Promise<void>): Promise<T> {
		const run = this.chain.then(async () => {
			await this.ready;
			const done = await this.guarded(work, quiet);
			if (derive) await this.guarded(() => derive(done), quiet);
			return done;
		});
		this.chain = run.catch(() => {});
		return run;
	}

	/** A step that writes once it is its turn: the page is held until then. */
	private async writing<T>(work: () => Promise<T>, derive?: (done: T) => Promise<void>): Promise<T> {
		this.unwritten++;
		try {
			return await this.step(work, false, derive);
		} finally {
			this.unwritten--;
		}
	}

	/** A step that takes another record's place: nothing is entered meanwhile. */
	private turn<T>(work: () => Promise<T>, quiet = false): Promise<T> {
		return this.step(async () => {
			const done = work();
			this.turning = done.catch(() => {});
			return done;
		}, quiet);
	}

	/** A trap of the engine ends it; the work is tried once more over a new one, filled from the record. */
	private async guarded<T>(work: () => Promise<T>, quiet = false): Promise<T> {
		try {
			return await work().catch(async (error: unknown) => {
				if (!isTrap(error)) throw error;
				await this.engine.drop();
				return work();
			});
		} catch (error) {
			this.reading.progress = null;
			if (isTrap(error)) await this.engine.drop();
			const told = readable(error);
			if (!quiet && !(error instanceof ReadCancelled)) this.error = told.message;
			throw told;
		} finally {
			this.computing = false;
		}
	}

	private async restore(name: WorkspaceName): Promise<void> {
		this.name = name;
		await this.log.open(
			name,
			() => void this.reread().catch(() => {}),
			() => (this.error = t('record.blocked'))
		);
		await this.derive();
	}

	/** Takes the state of the work from the record. */
	private async derive(): Promise<void> {
		const { log } = this;
		await log.show();
		const files = log.isNewer ? [] : await log.store.files();
		this.files = files.map(({ sha256, meta }) => ({
			...upgraded(meta),
			sha256,
			number: this.engine.nextNumber()
		}));
		this.layouts = new Map(log.last('layouts')?.data.layouts ?? []);
		this.words = log.last('words')?.data.words ?? {};
		this.readPolicies();
		this.policy.draft = log.isNewer
			? null
			: (((await log.store.kept('draft')) as Policy | null | undefined) ?? null);
		const kept = log.isNewer ? undefined : await keptResults(log.store);
		this.stale = kept !== undefined && kept.head.at !== log.head && files.length > 0;
		this.late = new Map(kept?.head.late);
		this.computed = kept ? renumbered(kept.head.files, kept.results, this.files) : EMPTY_RESULTS;
		this.phase = this.files.length > 0 || log.seals.length > 0 ? 'ready' : 'empty';
	}

	/** Another tab wrote, or left the writing to this one: what it did is shown here. */
	private reread(): Promise<void> {
		return this.turn(async () => {
			this.error = null;
			await this.log.reread();
			// files get new numbers: an engine that knows the old ones is of no use
			await this.engine.drop();
			await this.derive();
			this.onresults();
		}, true);
	}

	/** Writes a step down; it is on disk when this resolves. */
	private write(...step: Parameters<WorkLog['write']>): Promise<LogEvent> {
		return this.log.write(...step);
	}

	/** Everything that the record holds, as one file. */
	backup(): Promise<Blob> {
		return this.step(() => this.log.backup());
	}

	/** Puts a backup in place of what is here; throws with the place where it is damaged, and changes nothing then. */
	restoreBackup(file: Blob): Promise<void> {
		return this.turn(async () => {
			await this.log.replace(file);
			await this.startAnew();
		});
	}

	/** Takes the record as it is found, though it is less than what was known. */
	acceptLoss(): Promise<void> {
		return this.turn(async () => {
			this.log.acceptLoss();
			await this.startAnew();
		});
	}

	/** Removes everything of this workspace from this machine. */
	wipe(): Promise<void> {
		return this.turn(async () => {
			await this.log.empty();
			await this.startAnew();
		});
	}

	/** One hash of the log, the files and the sealed months. */
	stateHash(): Promise<string> {
		return this.step(() => this.log.stateHash());
	}

	private async startAnew(): Promise<void> {
		await this.engine.drop();
		await this.log.reread();
		await this.derive();
		this.log.tell();
		if (this.files.length > 0 && !this.log.fault && this.pending) await this.open();
		this.onresults();
	}

	/** Fills the engine in the background, so that rows are there when they are asked for. */
	warmUp(): Promise<void> {
		return this.step(async () => void (this.files.length > 0 && (await this.filled())));
	}

	private async switchTo(name: WorkspaceName): Promise<void> {
		await this.engine.drop();
		this.log.close();
		local.setItem(CURRENT, name);
		this.attention = [];
		this.computed = EMPTY_RESULTS;
		await this.restore(name);
		this.onresults();
	}

	private async leaveSample(): Promise<void> {
		if (this.name !== 'sample') return;
		await this.log.empty();
		await this.switchTo('own');
	}

	private async becomeEmpty(): Promise<void> {
		await this.engine.drop();
		this.computed = EMPTY_RESULTS;
		await this.log.store.commit({ kept: await nothingOf(this.log.store) });
		this.phase = this.log.seals.length > 0 ? 'ready' : 'empty';
		this.onresults();
	}

	private async take(dropped: Dropped[]): Promise<string[]> {
		this.error = null;
		if (!this.engine.current) void this.engine.start();
		const candidates: Candidate[] = [];
		const attention: Attention[] = [];
		const unread: Unread[] = [];
		const handed = await this.handedOver(dropped, unread);
		for (const [file, item] of handed.entries()) {
			const place = { at: file, total: handed.length, cancellable: false };
			const report = await this.reading.survey(item, this.layouts, place);
			if (item.sheet === undefined) await this.leftOut(item, report, attention, unread);
			for (const came of this.judge(item, report, candidates, attention, unread))
				candidates.push(await this.reading.cleaned(came, this.layouts, this.vocabulary));
		}
		const waiting = new Set(attention.map((a) => a.path));
		this.attention = [
			...this.attention.filter((a) => a.kind === 'unmapped' && !waiting.has(a.path)),
			...attention
		];
		this.reading.progress = null;
		const whole = [...dropped, ...handed].filter((item) => item.sheet === undefined).map(({ path }) => path);
		const said = { unread, handed: [...new Set(whole)] };
		if (candidates.length > 0) return this.accept(candidates, said);
		const clears = this.unread.some(({ path }) => whole.includes(path));
		if (unread.length > 0 || clears) await this.write(importEntry([], [], said));
		return [];
	}

	/** The files of a drop with archives opened; what a system left there is noted. */
	private async handedOver(dropped: Dropped[], unread: Unread[]): Promise<Dropped[]> {
		const handed: Dropped[] = [];
		for (const item of dropped) {
			const members = item.sheet === undefined ? await this.reading.unpack(item) : null;
			for (const file of members ?? [item])
				if (isSystemFile(file.path)) unread.push({ path: file.path, warning: systemWarning() });
				else handed.push(file);
		}
		return handed;
	}

	/** Notes the sheets of a surveyed workbook that aren't read; one that looks like records waits for the user. */
	private async leftOut(
		dropped: Dropped,
		{ warnings, sheets }: SurveyReport,
		attention: Attention[],
		unread: Unread[]
	): Promise<void> {
		for (const warning of warnings) {
			const path = `${dropped.path}#${warning.column}`;
			unread.push({ path, warning });
			if (warning.code !== 'unread_sheet' || warning.severity !== 'loss') continue;
			const item: Dropped = { ...dropped, sheet: warning.column };
			const { tables } = await this.reading.survey(item, this.layouts);
			if (tables[0]) attention.push({ kind: 'unmapped', path, dropped: item, table: tables[0], sheets });
		}
	}

	/** The tables of a surveyed file that can be taken; what waits for the user or isn't read is noted. */
	private judge(
		dropped: Dropped,
		report: SurveyReport,
		taken: Candidate[],
		attention: Attention[],
		unread: Unread[]
	): Candidate[] {
		const { path } = dropped;
		if (report.unreadable) {
			unread.push({ path, warning: unreadWarning(path, report.unreadable) });
			return [];
		}
		const found: Candidate[] = [];
		for (const came of candidatesOf(dropped, report)) {
			const { how } = came.table;
			if (this.isThere(came, taken)) attention.push({ kind: 'same', path: came.dropped.path });
			else if (how.mapping && how.asks.length === 0) found.push(came);
			else {
				const item: Dropped = { ...dropped, ...(came.table.sheet !== null && { sheet: came.table.sheet }) };
				attention.push({
					kind: 'unmapped',
					path: came.dropped.path,
					dropped: item,
					table: came.table,
					sheets: report.sheets
				});
				const warning = how.warnings.find((w) => w.severity === 'loss') ?? loss('unknown_dataset', '');
				const dataset = how.mapping?.dataset;
				unread.push({ path: came.dropped.path, warning, ...(dataset !== undefined && { dataset }) });
			}
		}
		return found;
	}

	/** Whether a table is among the files already, as it came or as it is kept. */
	private isThere({ sha256, original, table }: Candidate, taken: Candidate[]): boolean {
		const same = (f: { sha256: string; original?: string; sheet: string | null }): boolean =>
			f.sha256 === sha256 ||
			f.original === sha256 ||
			(original !== undefined && f.original === original && f.sheet === table.sheet);
		return this.files.some(same) || taken.some((t) => same({ ...t, sheet: t.table.sheet }));
	}

	private async accept(
		candidates: Candidate[],
		said: { unread: Unread[]; handed: string[] }
	): Promise<string[]> {
		const before = this.files;
		const engine = await this.filled();
		const added = readingOrder(
			candidates.map((c) => ({ ...newFile(c, this.engine.nextNumber()), blob: c.dropped.blob }))
		);
		const total = added.length;
		try {
			for (const [at, file] of added.entries()) {
				const place = { at, total, cancellable: true };
				const all = [...before, ...added];
				Object.assign(file, await this.engine.read(engine, file, file.blob, place, all));
			}
			const together = [...before, ...added];
			for (const [at, again] of await this.engine.rescaled(engine, together))
				Object.assign(together[at]!, again);
			const { standing: settled, declined } = await this.settle(engine, before, added);
			for (const file of declined) {
				await this.engine.unload(engine, file);
				added.splice(
					added.findIndex((f) => f === file),
					1
				);
			}
			if (added.length === 0) {
				await this.engine.list(engine, before);
				await this.rescale(engine);
				if (said.unread.length > 0) await this.write(importEntry([], [], said));
				return [];
			}
			const gone = before.filter((f) => !settled.some((s) => s.sha256 === f.sha256));
			this.files = settled;
			if ([...added, ...gone].some(refersToOthers) && before.length > 0) await this.reload(engine);
			else for (const file of gone) await this.engine.unload(engine, file);
			await this.rescale(engine);
			const current = added.map((file) => ({ ...file, ...this.files.find((f) => f.sha256 === file.sha256) }));
			const entered = current.map((file) => ({ file: stored(file), blob: file.blob }));
			await this.write(
				importEntry(
					entered.map((e) => e.file),
					gone,
					said
				),
				{ added: entered, removed: gone.map((f) => f.sha256) }
			);
			// the record holds the bytes now: a file that changes on the disk is none of ours
			this.files = this.files.map((file) => withoutBytes(file));
		} catch (error) {
			this.files = before;
			await this.engine.drop(engine);
			throw error;
		}
		this.phase = 'ready';
		return added.map((f) => f.sha256);
	}

	/** Lists the files and lets the user decide where a new one disagrees with those there: the files that stand then, and those that the user declined. */
	private async settle(
		engine: BrowserEngine,
		before: WorkFile[],
		added: WorkFile[]
	): Promise<{ standing: WorkFile[]; declined: WorkFile[] }> {
		this.reading.progress = null;
		const declined: WorkFile[] = [];
		let standing = [...before, ...added];
		await this.engine.list(engine, standing);
		if (before.length === 0) return { standing, declined };
		await (await workbench()).findRepeats(engine);
		for (const file of added) {
			const named = (f: WorkFile): string => f.path.slice(f.path.lastIndexOf('/') + 1);
			// a folder's file comes again on its own, and the other way round
			const old =
				before.find((f) => f.path === file.path) ??
				before.find((f) => f.dataset === file.dataset && named(f) === named(file)) ??
				null;
			const difference = await differenceOf(engine, file, old, standing, (f, record) =>
				this.rawAmong(added, f, record)
			);
			if (!difference) continue;
			const choice = await new Promise<Choice>((answer) => (this.question = { difference, answer }));
			this.question = null;
			if (choice === 'cancel') {
				declined.push(file);
				standing = standing.filter((f) => f !== file);
			}
			if (choice === 'replace')
				standing = standing.filter((f) => f.path !== difference.replaces || f === file);
			if (choice === 'newer') file.precedence = 1 + Math.max(...standing.map((f) => f.precedence));
			if (choice === 'older') file.precedence = Math.min(...standing.map((f) => f.precedence)) - 1;
		}
		return { standing, declined };
	}

	/** The cells of a record of a file of the record, or of one that is about to be in it. */
	private async rawAmong(added: WorkFile[], file: WorkFile, record: number): Promise<string[] | null> {
		const holder = added.find((a) => a.number === file.number) ?? file;
		return this.reading.raw(file, await this.bytesOf(holder), record);
	}

	/** Reads those files again whose satisfaction is of another scale beside the others than it was read by. */
	private async rescale(engine: BrowserEngine): Promise<void> {
		for (const [at, again] of await this.engine.rescaled(engine, this.files))
			this.files = this.files.with(at, again);
		this.reading.progress = null;
	}

	/** Understands a file in another way, and writes that down with the entry that it makes; reading it follows. */
	private async retake(
		file: WorkFile,
		make: (report: SurveyReport) => Entry,
		layouts = this.layouts
	): Promise<void> {
		const blob = await this.log.bytes(file.sha256);
		const { path, sheet, given, said } = file;
		const dropped = { path, blob, sheet: sheet ?? undefined, given, said: said ?? undefined };
		const report = await this.reading.survey(dropped, layouts);
		const [table] = report.tables;
		if (!table?.how.mapping) throw new Error(t('import.notUnderstood', { path }));
		const entry = make(report);
		const came: Candidate = {
			dropped,
			sha256: file.sha256,
			kind: file.kind,
			sheets: file.sheets,
			table
		};
		const cleaned = await this.reading.cleaned(came, layouts, this.vocabulary);
		if (cleaned.sha256 !== file.sha256) return void (await this.exchange(file, entry, cleaned));
		const changed: WorkFile = { ...file, how: table.how, dataset: table.how.mapping.dataset };
		await this.write(entry, { added: [{ file: stored(changed) }] });
		this.files = this.files.map((f) => (f.sha256 === file.sha256 ? changed : f));
	}

	/** A file that turns out to hold what isn't kept (raters, columns of personal data) gives place to one without it. */
	private async exchange(file: WorkFile, entry: Entry, came: Candidate): Promise<void> {
		const { blob } = came.dropped;
		const { precedence, given, said } = file;
		const original = file.original ?? came.original;
		const changed: WorkFile = {
			...newFile({ ...came, original }, this.engine.nextNumber()),
			precedence,
			given,
			said
		};
		const added = [{ file: stored(changed), blob }];
		await this.write(
			importEntry(
				added.map((a) => a.file),
				[file]
			),
			{ added, removed: [file.sha256] }
		);
		await this.write(entry);
		this.files = this.files.map((f) => (f.sha256 === file.sha256 ? changed : f));
	}

	/** Reads every file anew, because what their cells mean has changed. */
	private async refresh(): Promise<void> {
		const engine = this.engine.current;
		if (!engine) return this.open();
		await this.reload(engine);
		await this.publish(engine);
	}

	/** The engine with every file of the workspace in it. */
	private async filled(): Promise<BrowserEngine> {
		if (!this.engine.current) await this.open();
		return this.engine.current!;
	}

	/** True while there are files but no scores of them yet. */
	get pending(): boolean {
		return this.files.length > 0 && this.computed.rules.length === 0;
	}

	private async open(): Promise<void> {
		this.files = await this.engine.open(this.files);
		if (this.files.length > 0) await this.publish(this.engine.current!);
	}

	private async reload(engine: BrowserEngine): Promise<void> {
		this.files = await this.engine.reload(engine, this.files);
	}

	private get vocabulary(): Vocabulary {
		return withWords($state.snapshot(this.words));
	}

	/** Computes, shows and keeps the results. */
	private async publish(engine: BrowserEngine): Promise<void> {
		const { computeAll } = await workbench();
		this.reading.progress = null;
		this.computing = true;
		await this.engine.list(engine, this.files);
		this.computed = await computeAll(
			engine,
			this.policy.all,
			this.log.calendar,
			corrections(this.log.events).map(({ entry }) => entry),
			sealedRows(this.log.sealed),
			{
				aside: asideOfAll(this.sources, this.unread),
				stated: statedOf(this.log.events)
			}
		);
		this.late = await lateChanges(engine, this.log, this.computed, (month) =>
			policyInForce(month, this.policy.all)
		);
		this.computing = false;
		this.stale = false;
		this.onresults();
		if (this.log.following) return;
		const { store, head } = this.log;
		const of: KeptHead = {
			files: this.files.map((f) => [f.sha256, f.number]),
			late: [...this.late],
			at: head
		};
		try {
			await store.commit({
				added: this.files.map((file) => ({ file: stored(file) })),
				kept: await piecesOf(store, of, this.computed)
			});
		} catch (error) {
			// the results can be computed again: that they aren't kept costs time, and is said
			this.error = t('record.resultsNotKept', {
				message: error instanceof Error ? error.message : String(error)
			});
			return;
		}
		// once there is time: what came in is safe already
		whenIdle(() => void store.compress().catch(() => {}));
	}
}
