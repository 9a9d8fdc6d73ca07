import { describe, expect, it } from 'vitest';
import type { Batch } from '../../../src/lib/intake/batch';
import { IntakeClient, ReadCancelled, type WorkerLike } from '../../../src/lib/intake/client';
import type { FromWorker, ReadTask, ToWorker } from '../../../src/lib/intake/messages';

const batch = (rows: number): Batch => ({ relation: 'callback', rows, columns: [] });

/** A client over a worker that does what the test says, what it was told, and how an engine takes batches. */
function over(): {
	client: IntakeClient;
	told: ToWorker[];
	says: (message: Partial<FromWorker>) => void;
	dies: () => void;
	taken: number[];
	goOn: () => void;
	hooks: Parameters<IntakeClient['read']>[1];
} {
	const told: ToWorker[] = [];
	const worker: WorkerLike = {
		onmessage: null,
		onerror: null,
		postMessage: (message) => void told.push(message as ToWorker),
		terminate: () => {}
	};
	const taken: number[] = [];
	let goOn!: () => void;
	const first = new Promise<void>((resolve) => (goOn = resolve));
	return {
		client: new IntakeClient(worker),
		told,
		says: (message) => worker.onmessage?.({ data: { id: 1, ...message } } as MessageEvent),
		dies: () => worker.onerror?.({ message: 'out of memory' } as ErrorEvent),
		taken,
		goOn,
		hooks: {
			batch: async ({ rows }) => {
				taken.push(rows);
				await first;
			},
			rejects: () => {},
			restart: () => Promise.reject(new Error('no engine')),
			progress: () => {}
		}
	};
}

const TASK = { path: 'a.csv' } as Omit<ReadTask, 'do'>;
const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 5));

describe('a reading', () => {
	it('ends with what the worker says, once all that came has been passed on', async () => {
		const { client, says, taken, goOn, hooks, told } = over();
		const { done } = client.read(TASK, hooks);
		says({ batch: batch(1) });
		says({ batch: batch(2) });
		says({ done: null });
		await settle();
		expect(taken).toEqual([1]);
		goOn();
		expect(await done).toBeNull();
		expect(taken).toEqual([1, 2]);
		expect(told.filter((m) => m.do === 'ack')).toHaveLength(2);
	});

	it('is cancelled though the worker has read the file to its end: nothing more of it is passed on', async () => {
		const { client, says, taken, goOn, hooks } = over();
		const { done, cancel } = client.read(TASK, hooks);
		for (const rows of [1, 2, 3]) says({ batch: batch(rows) });
		says({ done: null });
		await settle();
		cancel();
		goOn();
		await expect(done).rejects.toThrow(ReadCancelled);
		expect(taken).toEqual([1]);
	});

	it('lets a worker go on that waits for room, so that it hears of the cancel', async () => {
		const { client, says, goOn, hooks, told } = over();
		const { done, cancel } = client.read(TASK, hooks);
		for (const rows of [1, 2]) says({ batch: batch(rows) });
		cancel();
		goOn();
		await expect(done).rejects.toThrow(ReadCancelled);
		expect(told.map((m) => m.do)).toEqual(['read', 'cancel', 'ack', 'ack']);
	});

	it('passes nothing on once its worker has died, and begins none then', async () => {
		const { client, says, taken, goOn, hooks, dies } = over();
		const { done } = client.read(TASK, hooks);
		for (const rows of [1, 2]) says({ batch: batch(rows) });
		await settle();
		dies();
		goOn();
		await expect(done).rejects.toThrow('out of memory');
		expect(taken).toEqual([1]);
		await expect(client.read(TASK, hooks).done).rejects.toThrow('has ended');
	});

	it('fails with what taking failed with, said once, whatever comes behind', async () => {
		const { client, says, goOn, hooks, told } = over();
		const { done } = client.read(TASK, hooks);
		goOn();
		says({ restart: true });
		says({ rejects: [] });
		says({ batch: batch(9) });
		await expect(done).rejects.toThrow('no engine');
		expect(told.some((m) => m.do === 'cancel')).toBe(true);
	});
});
