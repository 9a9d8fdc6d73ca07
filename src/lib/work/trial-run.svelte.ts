import { messageOf } from './failure';
import type { TrialOutcome } from '../compute/trial';
import type { Attempt } from '../compute/scope';

/** Runs trials one after the other; of those that come while one runs only the last is run. */
export class TrialRun {
	/** The last outcome, and what it is of. */
	outcome = $state.raw<TrialOutcome | null>(null);
	of = $state.raw<Attempt | null>(null);
	running = $state(false);
	error = $state<string | null>(null);
	private next: Attempt | null = null;
	private isForgotten = false;

	constructor(private readonly run: (trial: Attempt) => Promise<TrialOutcome>) {}

	/** Gives up what was found, and what is being found: it is of no use any more. */
	forget(): void {
		this.outcome = null;
		this.next = null;
		this.isForgotten = true;
	}

	async ask(trial: Attempt): Promise<void> {
		this.next = trial;
		if (this.running) return;
		this.running = true;
		while (this.next) {
			const now: Attempt = this.next;
			this.next = null;
			this.isForgotten = false;
			try {
				const outcome = await this.run(now);
				if (this.isForgotten) continue;
				this.outcome = outcome;
				this.of = now;
				this.error = null;
			} catch (error) {
				this.error = messageOf(error);
			}
		}
		this.running = false;
	}
}
