/** One tab writes to a workspace; the others follow. */
export interface Claim {
	/** True while this tab is the one that writes. */
	writing: boolean;
	/** Tells the other tabs that something was written. */
	tell(): void;
	release(): void;
}

/** Claims the right to write to a workspace; `onturn` is called when a tab that waited gets it, `onchange` when another tab wrote. */
export async function claim(name: string, onturn: () => void, onchange: () => void): Promise<Claim> {
	const lock = `kaohe-${name}`;
	const channel = new BroadcastChannel(lock);
	channel.onmessage = () => onchange();
	let letGo: () => void = () => {};
	const held = new Promise<void>((resolve) => (letGo = resolve));
	const leaving = new AbortController();
	const state: Claim = {
		writing: false,
		tell: () => channel.postMessage('written'),
		release: () => {
			channel.close();
			leaving.abort();
			letGo();
		}
	};
	await new Promise<void>((known) => {
		void navigator.locks.request(lock, { ifAvailable: true }, (granted) => {
			state.writing = granted !== null;
			known();
			return granted ? held : undefined;
		});
	});
	if (!state.writing)
		navigator.locks
			.request(lock, { signal: leaving.signal }, () => {
				state.writing = true;
				onturn();
				return held;
			})
			.catch((error: unknown) => {
				// the wait is over because this tab left
				if (!leaving.signal.aborted) throw error;
			});
	return state;
}
