/** Does something and leaves its time among the page's measures (`performance.getEntriesByType('measure')`), under `kaohe:` and a name. */
export async function measured<T>(name: string, work: () => Promise<T>): Promise<T> {
	const start = performance.now();
	try {
		return await work();
	} finally {
		performance.measure(`kaohe:${name}`, { start });
	}
}
