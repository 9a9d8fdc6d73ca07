const WAIT = 200;

/** Does something once there is time; after a moment where the browser can't tell when that is. */
export function whenIdle(work: () => void): void {
	if ('requestIdleCallback' in globalThis) requestIdleCallback(work);
	else setTimeout(work, WAIT);
}
