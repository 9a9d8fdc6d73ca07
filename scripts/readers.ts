import { Worker as Thread } from 'node:worker_threads';
import type { TableReader, Table } from '../src/lib/compute/read-in-process';
import { IntakeClient, type WorkerLike } from '../src/lib/intake/client';
import type { Outcome, Sink } from '../src/lib/intake/outcome';
import { readFile } from '../src/lib/intake/read-file';
import type { SurveyReport } from '../src/lib/intake/messages';
import type { Meaning } from '../src/lib/intake/reader';
import type { Surveyed } from '../src/lib/intake/survey';
import type { DiskSource } from './sources';

/** A thread that reads as the browser's worker does. */
function threadLike(): WorkerLike {
	const thread = new Thread(new URL('./intake-thread.mjs', import.meta.url));
	const worker: WorkerLike = {
		onmessage: null,
		onerror: null,
		postMessage: (message) => thread.postMessage(message),
		terminate: () => void thread.terminate()
	};
	thread.on('message', (data: unknown) => worker.onmessage?.({ data } as MessageEvent));
	thread.on('error', (error) => worker.onerror?.({ message: String(error) } as ErrorEvent));
	return worker;
}

/** A file that is being read: what comes of it waits for its turn. */
interface Job {
	/** Its turn has come: its rows go here. */
	into: (sink: Sink) => void;
	done: Promise<Outcome>;
}

/** What a thread saw of a file: its SHA-256, and how it is read, where it is one plain text. */
export interface Seen {
	sha256: string;
	found: Surveyed | null;
}

/** A survey as it was made in a thread; null where its tables lie in the thread's memory, or there is none. */
const plainly = (source: DiskSource, report: SurveyReport): Surveyed | null => {
	if (report.unreadable || report.tables.length === 0 || report.tables.some((table) => table.own))
		return null;
	const { kind, sheets, warnings, tables } = report;
	const { path } = source;
	return {
		path,
		kind,
		sheets,
		warnings,
		unreadable: null,
		tables: tables.map(({ own: _, ...table }) => ({ ...table, source }))
	};
};

const isOnDisk = (source: Table['source']): source is DiskSource => 'file' in source;

/** Reads files in threads, a file each; the next ones are read while one's rows go into the engine. */
export class Readers implements TableReader {
	private readonly workers: WorkerLike[];
	private readonly idle: IntakeClient[];
	private readonly jobs = new Map<number, Job>();

	constructor(threads: number) {
		this.workers = Array.from({ length: threads }, threadLike);
		this.idle = this.workers.map((worker) => new IntakeClient(worker));
	}

	/** Ends the threads. */
	close(): void {
		for (const worker of this.workers) worker.terminate();
	}

	/** Hashes and surveys files of the disk, as many at once as there are threads; by path. */
	async surveyed(sources: DiskSource[]): Promise<Map<string, Seen>> {
		const seen = new Map<string, Seen>();
		const left = [...sources];
		await Promise.all(
			this.idle.map(async (client) => {
				for (let source = left.shift(); source; source = left.shift()) {
					// the thread opens the file itself
					const task = { file: source.file, blob: new Blob(), path: source.path, layouts: [] };
					const report = await client.survey(task);
					seen.set(source.path, { sha256: report.sha256, found: plainly(source, report) });
				}
			})
		);
		return seen;
	}

	read(table: Table, meaning: Meaning, sink: Sink): Promise<Outcome> {
		const job = this.jobs.get(table.number) ?? this.begun(table, meaning);
		this.jobs.delete(table.number);
		if (!job) return readFile(table.source, table.encoding, table.how, meaning, table.number, sink);
		job.into(sink);
		return job.done;
	}

	upcoming(tables: Table[], meaning: Meaning): void {
		for (const table of tables) {
			if (this.idle.length === 0) return;
			if (this.jobs.has(table.number)) continue;
			const job = this.begun(table, meaning);
			if (job) this.jobs.set(table.number, job);
		}
	}

	/** Starts to read a file of the disk; null where no thread is idle, or the table lies in memory. */
	private begun({ source, path, encoding, how, number }: Table, meaning: Meaning): Job | null {
		const client = isOnDisk(source) ? this.idle.pop() : undefined;
		if (!client || !isOnDisk(source)) return null;
		let into!: (sink: Sink) => void;
		const turn = new Promise<Sink>((resolve) => (into = resolve));
		// the thread opens the file itself
		const task = { file: source.file, blob: new Blob(), path, encoding, how, meaning, number };
		const read = client.read(task, {
			batch: async (batch) => (await turn).batch(batch),
			rejects: async (rejects) => (await turn).reject(rejects),
			restart: async () => (await turn).restart(),
			progress: () => {}
		});
		const done = read.done.finally(() => {
			if (!client.dead) this.idle.push(client);
		});
		// told where it is waited for
		done.catch(() => {});
		return { into, done };
	}
}
