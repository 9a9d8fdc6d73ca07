import type { Inputs } from './inputs.svelte';
import type { Queue } from './queue.svelte';
import type { Scores } from './scores.svelte';

/** How long a desk rests before the scores follow, in milliseconds. */
const REST = 1500;

/** The computing anew of what follows from entries: at once, or once whoever enters them rests. */
export class Rescorer {
	private resting: ReturnType<typeof setTimeout> | undefined;
	private waiting: Promise<void> | null = null;

	constructor(
		private readonly queue: Queue,
		private readonly scores: Scores,
		private readonly inputs: Inputs
	) {}

	/** Computes once it is its turn; an error is told, what was written stays written. */
	now(): Promise<void> {
		clearTimeout(this.resting);
		if (this.inputs.files.length === 0) return Promise.resolve();
		// one that hasn't begun yet will take in what is written by then
		this.waiting ??= this.queue
			.derive(async () => {
				this.waiting = null;
				await this.scores.catchUp();
			})
			.catch(() => {});
		return this.waiting;
	}

	soon(): void {
		clearTimeout(this.resting);
		this.resting = setTimeout(() => void this.now(), REST);
	}
}
