/** Does something once the next frame is on the screen, or shortly where none comes as the page is hidden; the answer gives it up. */
export function afterFrame(work: () => void): () => void {
	let then: ReturnType<typeof setTimeout> | undefined;
	const done = (): void => {
		stop();
		work();
	};
	const late = setTimeout(done, HIDDEN);
	const frame = requestAnimationFrame(() => (then = setTimeout(done)));
	const stop = (): void => {
		cancelAnimationFrame(frame);
		clearTimeout(then);
		clearTimeout(late);
	};
	return stop;
}

/** How long a frame may take to come, in milliseconds. */
const HIDDEN = 500;
