import type { Answering } from '$lib/work/ask';

/** What a page of reports asks of the engine: how far it has come, until the page is left. */
export class Asking {
	at = $state.raw<Answering | null>(null);
	private readonly left = new AbortController();

	readonly signal = this.left.signal;
	readonly tell = (asked: Answering): void => void (this.at = asked);

	/** Leaves what a page asks once another takes its place, or the page is left. */
	static whileShown(asking: () => Asking): void {
		const now = $derived(asking());
		$effect(() => {
			const own = now;
			return () => own.leave();
		});
	}

	/** Nobody waits any more: what is being computed is broken off. */
	leave(): void {
		this.left.abort();
	}
}
