import { loadedDirectory } from '../engine/directory';
import type { BrowserEngine } from '../engine/engine-client';
import { listFiles } from '../engine/run';
import { readingOrder } from '../engine/reading-order';
import { datasetOf } from '../intake/dataset';
import { isOffScale, scaleGroup, scalesOf } from '../engine/scale';
import type { Meaning, Scale } from '../intake/readers';
import type { Vocabulary } from '../intake/vocabulary';
import type { LogEvent } from '../record/event';
import { enteredTables } from '../record/ledger';
import type { WorkFile } from './files';
import type { Found, Place, Reading } from './reading.svelte';
import { candidatesOf, newFile } from './work-files';

/** The engine's side of the work, with DuckDB's own code; fetched when a file or rows are first needed. */
export const workbench = (): Promise<typeof import('../engine/workbench')> => import('../engine/workbench');

/** Precedence of what is entered by hand, above that of any file. */
const ENTERED_FIRST = 2 ** 30;

const ALONE: Place = { at: 0, total: 1, cancellable: false };

/** A file that is being imported carries its bytes until the record holds them. */
export const carried = (file: WorkFile): Blob | undefined => (file as WorkFile & { blob?: Blob }).blob;

/** What an engine is filled from. */
interface Sources {
	bytes: (file: WorkFile) => Promise<Blob>;
	vocabulary: () => Vocabulary;
	/** The company's time zone. */
	zone: () => string;
	events: () => LogEvent[];
}

/** The engine that holds the rows of a workspace's files; it can be given up and filled anew at any time. */
export class WorkEngine {
	/** The engine with every file in it, or null. */
	current: BrowserEngine | null = null;
	/** What was entered by hand, as files beside the imported ones. */
	entered: (WorkFile & { blob: Blob })[] = [];
	/** An empty engine that starts while the first files are looked at. */
	private starting: Promise<BrowserEngine> | null = null;
	private numbers = 1;

	constructor(
		private readonly reading: Reading,
		private readonly from: Sources
	) {}

	/** A number that names a file in the engine, never used before. */
	nextNumber(): number {
		return this.numbers++;
	}

	/** Starts an empty engine, while there is something else to do. */
	start(): Promise<BrowserEngine> {
		this.starting ??= workbench().then(({ openWorkbench }) => openWorkbench());
		// a failure is told where the engine is awaited; it may be tried again
		this.starting.catch(() => (this.starting = null));
		return this.starting;
	}

	/** Opens an engine with these files in it; answers with the files as they were read. */
	async open(files: WorkFile[]): Promise<WorkFile[]> {
		const engine = await this.start();
		this.starting = null;
		const read = await this.fill(engine, files);
		this.current = engine;
		return read;
	}

	/** Empties the engine and fills it with these files. */
	async reload(engine: BrowserEngine, files: WorkFile[]): Promise<WorkFile[]> {
		await (await workbench()).reset(engine);
		return this.fill(engine, files);
	}

	/** Gives an engine up: whatever it held is read anew from the record when it is needed. */
	async drop(engine = this.current): Promise<void> {
		if (this.current === engine) this.current = null;
		// a trapped engine may not end by itself; it is out of use either way
		await engine?.close().catch(() => {});
	}

	/** Reads every file into an empty engine; what is found anew (a word is known now) is kept. */
	private async fill(engine: BrowserEngine, files: WorkFile[]): Promise<WorkFile[]> {
		try {
			const ordered = readingOrder(files);
			const read: WorkFile[] = [];
			for (const [at, file] of ordered.entries()) {
				const place = { at, total: ordered.length, cancellable: false };
				const blob = await this.from.bytes(file);
				read.push({ ...file, ...(await this.read(engine, file, blob, place, files)) });
			}
			for (const [at, again] of await this.rescaled(engine, read)) read[at] = again;
			await this.enter(engine, read);
			await this.list(engine, read);
			this.reading.progress = null;
			return read;
		} catch (error) {
			await this.drop(engine);
			throw error;
		}
	}

	/** Reads what the ledger holds into the engine, in place of what it held before. */
	async enter(engine: BrowserEngine, files: WorkFile[]): Promise<void> {
		for (const file of this.entered) await this.unload(engine, file);
		this.entered = [];
		for (const { path, text } of enteredTables(this.from.events())) {
			const dropped = { path, blob: new Blob([text]) };
			const report = await this.reading.survey(dropped, new Map());
			const file: WorkFile & { blob: Blob } = {
				...newFile(candidatesOf(dropped, report)[0]!, this.nextNumber()),
				blob: dropped.blob,
				// what is entered by hand stands before what was imported
				precedence: ENTERED_FIRST
			};
			Object.assign(file, await this.read(engine, file, dropped.blob, ALONE, files));
			this.entered.push(file);
		}
		this.reading.progress = null;
	}

	/** Tells the engine which files stand. */
	list(engine: BrowserEngine, files: WorkFile[]): Promise<void> {
		return listFiles(engine, [...files, ...this.entered]);
	}

	/** Reads one file in; `all` are the files whose branches and people it may name. */
	async read(
		engine: BrowserEngine,
		file: WorkFile,
		blob: Blob,
		place: Place,
		all: WorkFile[],
		scale: Scale = 5
	): Promise<Found> {
		const meaning = { ...(await this.meaning(file.dataset, engine, all)), scale };
		return this.reading.read(file, blob, meaning, place, {
			batch: (relation, ipc) => engine.appendIpc(relation, ipc),
			restart: () => this.unload(engine, file)
		});
	}

	/** Reads those again whose satisfaction is of another scale beside the others than it was read by, by place. */
	async rescaled(engine: BrowserEngine, files: WorkFile[]): Promise<[at: number, file: WorkFile][]> {
		const scales = scalesOf(files);
		const again: [number, WorkFile][] = [];
		for (const [at, file] of files.entries()) {
			if (!isOffScale(file, scales)) continue;
			const scale = scales.get(scaleGroup(file))!;
			await this.unload(engine, file);
			const place = { at, total: files.length, cancellable: false };
			const found = await this.read(engine, file, await this.from.bytes(file), place, files, scale);
			again.push([at, { ...file, ...found }]);
		}
		return again;
	}

	/** What the cells of a data set mean beside these files. */
	async meaning(dataset: string, engine: BrowserEngine, all: WorkFile[]): Promise<Meaning> {
		const directory = await loadedDirectory(engine, {
			branches: dataset !== 'branches' && all.some((f) => f.dataset === 'branches'),
			people: dataset !== 'people' && all.some((f) => f.dataset === 'people')
		});
		return { vocabulary: this.from.vocabulary(), directory, scale: 5, zone: this.from.zone() };
	}

	/** Takes a file's rows out of the engine. */
	unload(engine: BrowserEngine, file: WorkFile): Promise<void> {
		return engine.exec(
			`delete from staging.${datasetOf(file.dataset).relation} where source_file = ${String(file.number)}`
		);
	}
}
