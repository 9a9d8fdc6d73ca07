import type { Answering } from '$lib/work/ask';

/** What a page of reports asks of the engine: how far it has come, until the page is left. */
export class Asking {
	at = $state.raw<Answering | null>(null);
	private readonly left = new AbortController();

	readonly signal = this.left.signal;
	readonly tell = (asked: Answering): void => void (this.at = asked);

	/** Nobody waits any more: what hasn't begun isn't asked. */
	leave(): void {
		this.left.abort();
	}
}
