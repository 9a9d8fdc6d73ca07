import type { BrowserEngine } from '../engine/engine-client';
import type { Door } from '../engine/soon';
import { fill, meaningOf, rescaled, unload, type Filling } from '../compute/fill';
import { listFiles } from '../compute/inputs';
import type { Meaning } from '../intake/reader';
import { timeZoneOf } from '../policy/zone';
import type { WorkFile } from '../record/file';
import { enteredTables } from '../record/ledger';
import { candidatesOf, newFile } from './files-of';
import type { Inputs } from './inputs.svelte';
import type { WorkLog } from './log.svelte';
import type { OwnPolicies } from './own-policies.svelte';
import type { FileReads } from './reading.svelte';
import { workbench } from './workbench';

/** Precedence of what is entered by hand, above that of any file. */
const ENTERED_FIRST = 2 ** 30;

/** A file that is being imported carries its bytes until the record holds them. */
export type Carrying = WorkFile & { blob?: Blob };

/** The engine that holds the rows of a workspace's files; it can be given up and filled anew at any time. */
export class WorkEngine {
	/** The engine with every file in it, or null. */
	current: BrowserEngine | null = null;
	/** What was entered by hand, as files beside the imported ones. */
	entered: Carrying[] = [];
	/** An empty engine that starts while the first files are looked at. */
	private starting: Promise<BrowserEngine> | null = null;

	/** What an engine does while nothing is wanted of it yet. */
	private warming: { idle: boolean; done: Promise<void> } | null = null;

	constructor(
		private readonly reading: FileReads,
		private readonly inputs: Inputs,
		private readonly log: WorkLog,
		private readonly policy: OwnPolicies
	) {}

	/** Starts an empty engine, while there is something else to do. */
	start(): Promise<BrowserEngine> {
		this.starting ??= workbench().then(({ openWorkbench }) => openWorkbench());
		// a failure is told where the engine is awaited; it may be tried again
		this.starting.catch(() => (this.starting = null));
		return this.starting;
	}

	/** Starts an engine and has it make ready, while the user still looks for files to hand over. */
	ahead(): void {
		if (this.current || this.warming || this.inputs.files.length > 0) return;
		const warming = { idle: true, done: Promise.resolve() };
		// a failure is told where the engine is awaited
		warming.done = this.start()
			.then(async (engine) => (await workbench()).warm(engine, () => warming.idle))
			.catch(() => {
				// it may be tried again
				if (this.warming === warming) this.warming = null;
			});
		this.warming = warming;
	}

	/** The engine with every file of the workspace in it; one is opened and filled where there is none. */
	async filled(): Promise<BrowserEngine> {
		if (this.current) return this.current;
		if (this.warming) this.warming.idle = false;
		const engine = await this.start();
		await this.warming?.done;
		try {
			this.inputs.files = await this.fillWith(engine, this.inputs.files);
			this.current = engine;
		} finally {
			this.starting = this.warming = null;
		}
		return engine;
	}

	/** Empties the engine and reads every file into it anew; opens one where there is none. */
	async refilled(): Promise<BrowserEngine> {
		const engine = this.current;
		if (!engine) return this.filled();
		this.inputs.files = await this.refill(engine, this.inputs.files);
		return engine;
	}

	/** Empties an engine and reads these files into it; answers with them as they were read. */
	async refill(engine: BrowserEngine, files: Carrying[]): Promise<Carrying[]> {
		await (await workbench()).reset(engine);
		return this.fillWith(engine, files);
	}

	/** Gives an engine up: whatever it held is read anew from the record when it is needed. */
	async drop(): Promise<void> {
		const engine = this.current;
		this.current = null;
		// a trapped engine may not end by itself; it is out of use either way
		await engine?.close().catch(() => {});
	}

	/** Reads files into an empty engine; what is found anew (a word is known now) comes back with them. */
	private async fillWith(engine: BrowserEngine, files: Carrying[]): Promise<Carrying[]> {
		try {
			const read = await fill(engine, files, [], this.filling(engine));
			await this.enter(engine, read);
			await this.list(engine, read);
			// where none was read, the progress on the screen is another's
			if (files.length > 0) this.reading.progress = null;
			return read;
		} catch (error) {
			if (this.current === engine) this.current = null;
			await engine.close().catch(() => {});
			throw error;
		}
	}

	/** Reads what the log holds as entered by hand into the engine, in place of what it held before. */
	async enter(engine: BrowserEngine, files = this.inputs.files): Promise<void> {
		for (const file of this.entered) await unload(engine, file);
		this.entered = [];
		const { inputs } = this;
		for (const { path, text } of enteredTables(this.log.events)) {
			const dropped = { path, blob: new Blob([text]) };
			const report = await this.reading.survey(dropped, new Map());
			const made: Carrying = {
				...newFile(candidatesOf(dropped, report)[0]!, inputs.nextNumber()),
				blob: dropped.blob,
				// what is entered by hand stands before what was imported
				precedence: ENTERED_FIRST
			};
			const beside = [...files, ...this.entered];
			this.entered.push((await fill(engine, [made], beside, this.filling(engine))).at(-1)!);
			this.reading.progress = null;
		}
	}

	/** Whether anything was entered by hand that an engine is filled with. */
	get isEntered(): boolean {
		return enteredTables(this.log.events).length > 0;
	}

	/** Reads files in beside those there; answers with all, those there first. */
	async add(engine: Door, added: Carrying[]): Promise<Carrying[]> {
		const all = await fill(engine, added, this.inputs.files, this.filling(engine, true));
		this.reading.progress = null;
		return all;
	}

	/** Reads those again whose scale is another beside the others. */
	async rescaled(engine: BrowserEngine, files: WorkFile[]): Promise<WorkFile[]> {
		const all = await rescaled(engine, files, this.filling(engine));
		this.reading.progress = null;
		return all;
	}

	/** Tells the engine which files stand. */
	list(engine: BrowserEngine, files = this.inputs.files): Promise<void> {
		return listFiles(engine, [...files, ...this.entered]);
	}

	/** What the cells of a data set mean beside the files. */
	meaning(engine: BrowserEngine, dataset: string): Promise<Meaning> {
		return meaningOf(engine, dataset, this.inputs.files, this.means());
	}

	/** The bytes of a file as they are kept, or as they came where it is being imported. */
	bytes(file: Carrying): Promise<Blob> {
		return file.blob ? Promise.resolve(file.blob) : this.log.bytes(file.sha256);
	}

	private means(): { vocabulary: Filling<never>['vocabulary']; zone: string } {
		return { vocabulary: this.inputs.vocabulary, zone: timeZoneOf(this.policy.all) };
	}

	private filling(engine: Door, cancellable = false): Filling<Carrying> {
		return {
			...this.means(),
			read: async (file, meaning, place, take) => {
				const found = await this.reading.read(
					file,
					await this.bytes(file),
					meaning,
					{ ...place, cancellable },
					{
						batch: take,
						restart: () => unload(engine, file)
					}
				);
				return { ...file, ...found };
			}
		};
	}
}
