/// <reference types="@sveltejs/kit" />
/// <reference lib="webworker" />
import { build, files, version } from '$service-worker';

const worker = self as unknown as ServiceWorkerGlobalScope;
const CACHE = `kaohe-${version}`;
const LATER = [...files]
	.filter((file) => file.includes('/samples/') || file.includes('/duckdb/'))
	// what is packed is asked for by its own name first
	.flatMap((file) => (file.endsWith('.gz') ? [file.slice(0, -3), file] : [file]));
const NOW = [...build, ...files.filter((file) => !LATER.includes(file)), './'];

worker.addEventListener('install', (event) => {
	event.waitUntil(caches.open(CACHE).then((cache) => cache.addAll(NOW)));
});

worker.addEventListener('activate', (event) => {
	event.waitUntil(
		(async () => {
			await keepLater();
			for (const key of await caches.keys()) if (key !== CACHE) await caches.delete(key);
			await worker.clients.claim();
		})()
	);
});

/** What an older version fetched when it was needed, and this one needs too, stays for offline use. */
async function keepLater(): Promise<void> {
	const cache = await caches.open(CACHE);
	for (const file of LATER) {
		const kept = await caches.match(file);
		if (kept && !(await cache.match(file))) await cache.put(file, kept).catch(() => {});
	}
}

/** What the page asks for comes from the cache; what is fetched the first time is kept. */
async function answer(request: Request): Promise<Response> {
	const cache = await caches.open(CACHE);
	const kept = await cache.match(
		request.mode === 'navigate' ? new URL('./', worker.registration.scope).href : request
	);
	if (kept) return kept;
	const response = await fetch(request);
	// what can't be kept is answered all the same
	if (response.ok) await cache.put(request, response.clone()).catch(() => {});
	return response;
}

worker.addEventListener('fetch', (event) => {
	const { request } = event;
	if (request.method !== 'GET' || new URL(request.url).origin !== worker.location.origin) return;
	event.respondWith(answer(request));
});
