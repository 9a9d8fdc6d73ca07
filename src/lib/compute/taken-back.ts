import type { Engine } from '../engine/engine';

/** Fills what would be and reads it inside a transaction that is always rolled back. All of it is sent to the engine at once, which does it in turn: an answer that is waited for costs a turn of the page; only where the filling looks at what it did must it be waited for. */
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
	const begun = engine.exec('begin transaction');
	const filled = fill();
	if (waits)
		await Promise.all([begun, filled]).catch(async (error: unknown) => {
			await back();
			throw error;
		});
	const [found] = await Promise.all([read(), begun, filled, back()]);
	return found;
}
