import { isTrap, readable } from './failure';

/** What is done in three phases: what it decides and what follows from it may be tried again over a new engine, what it writes is written once. */
export interface QueuedStep<Decided, Written> {
	decide: () => Promise<Decided>;
	write: (decided: Decided) => Promise<Written>;
	derive?: (written: Written) => Promise<void>;
}

interface Hooks {
	/** Resolves once the record is open. */
	ready: () => Promise<void>;
	/** Gives up an engine that has trapped: whoever needs one fills another from the record. */
	trapped: () => Promise<void>;
	/** Something failed; it is told here unless it is quiet. */
	failed: (error: Error, quiet: boolean) => void;
}

/** Steps, one at a time, in the order in which they came. */
export class Queue {
	/** Steps that wait or work and will write: the page is not to be left meanwhile. */
	unwritten = $state(0);
	private last: Promise<unknown> = Promise.resolve();
	private exchanging: Promise<unknown> = Promise.resolve();

	constructor(private readonly hooks: Hooks) {}

	/** Does a step once it is its turn; resolves with what was written, once what follows from it is there. */
	async run<Decided, Written>({ decide, write, derive }: QueuedStep<Decided, Written>): Promise<Written> {
		this.unwritten++;
		let isHeld = true;
		const release = (): void => {
			if (isHeld) this.unwritten--;
			isHeld = false;
		};
		try {
			return await this.next(async () => {
				const decided = await this.guarded(() => this.twice(decide), false);
				const written = await this.guarded(() => write(decided), false);
				release();
				if (derive) await this.guarded(() => this.twice(() => derive(written)), false);
				return written;
			});
		} finally {
			release();
		}
	}

	/** Answers what is asked of the engine, or has something follow from the record; what fails is told where it was asked, if quiet. */
	derive<T>(work: () => Promise<T>, quiet = false): Promise<T> {
		return this.next(() => this.guarded(() => this.twice(work), quiet));
	}

	/** Puts another record in place of this one: nothing is entered meanwhile. */
	exchange(write: () => Promise<void>, derive: () => Promise<void>, quiet = false): Promise<void> {
		return this.next(async () => {
			const done = this.guarded(write, quiet).then(() => this.guarded(() => this.twice(derive), quiet));
			this.exchanging = done.catch(() => {});
			await done;
		});
	}

	/** Resolves once no other record is taking this one's place. */
	async entered(): Promise<void> {
		await this.hooks.ready();
		await this.exchanging;
	}

	private next<T>(work: () => Promise<T>): Promise<T> {
		const run = this.last.then(async () => {
			await this.hooks.ready();
			return work();
		});
		this.last = run.catch(() => {});
		return run;
	}

	/** Once more, over a new engine, where the engine trapped. */
	private twice<T>(work: () => Promise<T>): Promise<T> {
		return work().catch(async (error: unknown) => {
			if (!isTrap(error)) throw error;
			await this.hooks.trapped();
			return work();
		});
	}

	private async guarded<T>(work: () => Promise<T>, quiet: boolean): Promise<T> {
		try {
			return await work();
		} catch (error) {
			if (isTrap(error)) await this.hooks.trapped();
			const told = readable(error);
			this.hooks.failed(told, quiet);
			throw told;
		}
	}
}
