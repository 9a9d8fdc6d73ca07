import { measured } from '../calendar/measured';
import type { Batch } from './batch';
import type { Outcome } from './outcome';
import type { Reject } from './reject';
import type {
	FromWorker,
	RawTask,
	ReadTask,
	ScrubTask,
	SurveyReport,
	SurveyTask,
	Task,
	Unpacked,
	UnpackTask,
	ToWorker
} from './messages';

/** What a caller hears while a file is read. */
export interface ReadHooks {
	batch(batch: Batch): void | Promise<void>;
	rejects(rejects: Reject[]): void | Promise<void>;
	restart(): void | Promise<void>;
	progress(bytes: number, records: number): void;
}

/** The user cancelled a reading. */
export class ReadCancelled extends Error {}

interface Pending {
	resolve: (done: never) => void;
	reject: (error: Error) => void;
	hooks?: ReadHooks;
	/** What came is passed on one after the other. */
	chain: Promise<void>;
	/** Set once nothing more is to be passed on: it was cancelled, or failed. */
	stopped: Error | null;
}

/** What reads: a worker of the browser, or a thread that is like one. */
export interface WorkerLike {
	onmessage: ((event: MessageEvent) => unknown) | null;
	onerror: ((event: ErrorEvent) => unknown) | null;
	postMessage(message: unknown): void;
	terminate(): void;
}

/** Reads files in a worker of its own, so that the page never waits. */
export class IntakeClient {
	private readonly pending = new Map<number, Pending>();
	private next = 1;
	/** True once its worker has died: a new client is needed. */
	dead = false;

	constructor(
		private readonly worker: WorkerLike = new Worker(new URL('./worker.ts', import.meta.url), {
			type: 'module'
		})
	) {
		this.worker.onmessage = ({ data }: MessageEvent<FromWorker>) => this.hear(data);
		this.worker.onerror = (event: ErrorEvent) => {
			this.dead = true;
			this.worker.terminate();
			for (const waiting of this.pending.values()) this.stop(waiting, new Error(event.message));
			this.pending.clear();
		};
	}

	survey(task: Omit<SurveyTask, 'do'>): Promise<SurveyReport> {
		return measured('survey', () => this.ask<SurveyReport>({ do: 'survey', ...task }).done);
	}

	/** The files of an archive; null where the file is none that can be opened. */
	unpack(task: Omit<UnpackTask, 'do'>): Promise<Unpacked[] | null> {
		return measured('unpack', () => this.ask<Unpacked[] | null>({ do: 'unpack', ...task }).done);
	}

	/** Reads a file; `cancel` stops it, and `done` then fails with ReadCancelled. */
	read(task: Omit<ReadTask, 'do'>, hooks: ReadHooks): { done: Promise<Outcome>; cancel: () => void } {
		const { id, done, waiting } = this.ask<Outcome>({ do: 'read', ...task }, hooks);
		const cancel = (): void => {
			if (this.pending.has(id)) this.tell({ id, do: 'cancel' });
			this.stop(waiting, new ReadCancelled());
		};
		return { done: measured('read', () => done), cancel };
	}

	/** The cells of one record as they stand in its file. */
	raw(task: Omit<RawTask, 'do'>): Promise<string[] | null> {
		return this.ask<string[] | null>({ do: 'raw', ...task }).done;
	}

	/** A file without the personal data that no measure needs, and with pseudonyms for group raters. */
	scrub(task: Omit<ScrubTask, 'do'>): Promise<Blob> {
		return this.ask<Blob>({ do: 'scrub', ...task }).done;
	}

	private ask<T>(task: Task, hooks?: ReadHooks): { id: number; done: Promise<T>; waiting: Pending } {
		const id = this.next++;
		let waiting!: Pending;
		const done = new Promise<T>((resolve, reject) => {
			waiting = { resolve: resolve, reject, hooks, chain: Promise.resolve(), stopped: null };
		});
		if (this.dead) this.stop(waiting, new Error('the worker that reads has ended'));
		else this.pending.set(id, waiting);
		this.tell({ id, ...task });
		return { id, done, waiting };
	}

	private tell(message: ToWorker): void {
		this.worker.postMessage(message);
	}

	private hear(message: FromWorker): void {
		const waiting = this.pending.get(message.id);
		if (!waiting) return;
		const { hooks } = waiting;
		if ('batch' in message) {
			const { batch } = message;
			this.pass(message.id, waiting, () => hooks?.batch(batch));
			waiting.chain = waiting.chain.then(() => this.tell({ id: message.id, do: 'ack' }));
		} else if ('rejects' in message) {
			const { rejects } = message;
			this.pass(message.id, waiting, () => hooks?.rejects(rejects));
		} else if ('restart' in message) this.pass(message.id, waiting, () => hooks?.restart());
		else if ('progress' in message) hooks?.progress(message.progress.bytes, message.progress.records);
		else this.finish(message, waiting);
	}

	private finish(
		message: Extract<FromWorker, { done: unknown } | { failed: string }>,
		waiting: Pending
	): void {
		this.pending.delete(message.id);
		const failed = 'failed' in message ? new Error(message.failed) : null;
		void waiting.chain.then(() => {
			const error =
				waiting.stopped ?? ('failed' in message && message.cancelled ? new ReadCancelled() : failed);
			if (error) waiting.reject(error);
			else waiting.resolve(('done' in message ? message.done : null) as never);
		});
	}

	/** Passes on what came, after what came before it; nothing, once the reading is stopped. */
	private pass(id: number, waiting: Pending, step: () => unknown): void {
		waiting.chain = waiting.chain.then(async () => {
			if (waiting.stopped) return;
			try {
				await step();
			} catch (error) {
				this.stop(waiting, error as Error);
				this.tell({ id, do: 'cancel' });
			}
		});
	}

	/** Ends a reading at once, after the step that is under way: the worker may have read it to its end already. */
	private stop(waiting: Pending, error: Error): void {
		waiting.stopped ??= error;
		void waiting.chain.then(() => waiting.reject(waiting.stopped!));
	}
}
