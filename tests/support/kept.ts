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
						pieces.forEach((name) => {
							const piece = store.get(`results/${name}`);
							piece.onsuccess = () => {
								const { rows, columns } = piece.result as {
									rows: number;
									columns: [string, unknown[], number[]][];
								};
								const own = (results[name.split('/')[0]!] ??= []);
								for (let i = 0; i < rows; i++)
									own.push(
										Object.fromEntries(columns.map(([key, values, codes]) => [key, values[codes[i]!]]))
									);
							};
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
