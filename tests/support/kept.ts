import type { Page } from 'playwright-core';

/** Rows of the last computation as a page keeps them, by result; read from the database itself. */
export const keptResults = (
	page: Page,
	database: string
): Promise<Record<string, Record<string, unknown>[]>> =>
	page.evaluate(
		(name) =>
			new Promise<Record<string, Record<string, unknown>[]>>((resolve, reject) => {
				const request = indexedDB.open(name);
				request.onerror = () => reject(new Error('no database'));
				request.onsuccess = () => {
					const store = request.result.transaction('kept').objectStore('kept');
					const get = store.get('results');
					get.onsuccess = () => {
						const { pieces } = get.result as { pieces: string[] };
						const results: Record<string, Record<string, unknown>[]> = {};
						pieces.forEach((of, at) => {
							const piece = store.get(`results/${String(at)}`);
							piece.onsuccess = () =>
								(results[of] ??= []).push(...(piece.result as Record<string, unknown>[]));
						});
						store.transaction.oncomplete = () => {
							request.result.close();
							resolve(results);
						};
					};
				};
			}),
		database
	);
