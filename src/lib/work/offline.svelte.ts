import { served } from '../engine/wasm-module';
import wasmUrl from '../engine/wasm-url';

/** Whether this browser holds all that the product needs without a network. */
class Offline {
	ready = $state(false);

	/** Keeps what is fetched later only (the engine) beside what the service worker keeps at once; fails where nothing can be kept. */
	async keep(): Promise<void> {
		if (!('serviceWorker' in navigator) || !('caches' in globalThis)) return;
		await navigator.serviceWorker.ready;
		const name = (await caches.keys()).find((key) => key.startsWith('kaohe-'));
		if (name === undefined) return;
		const cache = await caches.open(name);
		const module = wasmUrl();
		if (!(await cache.match(module)) && !(await cache.match(`${module}.gz`))) {
			const response = await served(module);
			await cache.put(response.url, response);
		}
		this.ready = true;
	}
}

export const offline = new Offline();
