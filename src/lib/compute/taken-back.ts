import type { Engine } from '../engine/engine';

/** Fills what would be and reads it inside a transaction that is always rolled back. All of it is sent to the engine at once, which does it in turn: an answer that is waited for costs a turn of the page. Where filling or reading looks at what it did, each is waited for; else neither may wait before it has sent all. */
export async function takenBack<T>(
	engine: Engine,
	fill: () => Promise<void>,
	read: () => Promise<T>,
	{ waits }: { waits: boolean }
): Promise<T> {
	const { slices } = engine.made;
	const back = (): Promise<void> => {
		engine.made.slices = slices;
		return engine.exec('rollback');
	};
	if (waits) {
		await engine.exec('begin transaction');
		try {
			await fill();
			return await read();
		} finally {
			await back();
		}
	}
	const sent = [engine.exec('begin transaction'), fill()];
	const found = read();
	// what went wrong first is told, not what could not be read for it
	const ends = await Promise.allSettled([...sent, found, back()]);
	for (const end of ends) if (end.status === 'rejected') throw end.reason;
	return found;
}
