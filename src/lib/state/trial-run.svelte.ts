import type { Attempt, Outcome } from '../engine/trial';

/** Runs trials one after the other; of those that come while one runs only the last is run. */
export class TrialRun {
	/** The last outcome, and what it is of. */
	outcome = $state.raw<Outcome | null>(null);
	of = $state.raw<Attempt | null>(null);
	running = $state(false);
	error = $state<string | null>(null);
	private next: Attempt | null = null;

	constructor(private readonly run: (trial: Attempt) => Promise<Outcome>) {}

	async ask(trial: Attempt): Promise<void> {
		this.next = trial;
		if (this.running) return;
		this.running = true;
		while (this.next) {
			const now: Attempt = this.next;
			this.next = null;
			try {
				this.outcome = await this.run(now);
				this.of = now;
				this.error = null;
			} catch (error) {
				this.error = error instanceof Error ? error.message : String(error);
			}
		}
		this.running = false;
	}
}
