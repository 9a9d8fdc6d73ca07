import { describe, expect, it, vi } from 'vitest';
import { Queue } from '../../../src/lib/work/queue.svelte';

const TRAP = 'RuntimeError: unreachable';

/** What happened, in order, in a queue whose work traps where it is told to. */
function traced() {
	const seen: string[] = [];
	const queue = new Queue({
		ready: () => Promise.resolve(),
		trapped: () => Promise.resolve(void seen.push('a new engine')),
		failed: (error, quiet) => void seen.push(`${quiet ? 'kept quiet' : 'told'}: ${error.message}`)
	});
	const traps = new Map<string, number>();
	const does = (what: string) => () => {
		seen.push(what);
		const left = traps.get(what) ?? 0;
		traps.set(what, left - 1);
		return left > 0 ? Promise.reject(new Error(TRAP)) : Promise.resolve();
	};
	return { queue, seen, traps, does };
}
const step = (does: (what: string) => () => Promise<void>) => ({
	decide: does('decide'),
	write: does('write'),
	derive: does('derive')
});

describe('the queue of steps', () => {
	it('decides, writes and derives, each once', async () => {
		const { queue, seen, does } = traced();
		await queue.run(step(does));
		expect(seen).toEqual(['decide', 'write', 'derive']);
	});

	it('decides once more over a new engine, and then writes once', async () => {
		const { queue, seen, traps, does } = traced();
		traps.set('decide', 1);
		await queue.run(step(does));
		expect(seen).toEqual(['decide', 'a new engine', 'decide', 'write', 'derive']);
	});

	it('never writes again, whatever happens after: only what follows is tried once more', async () => {
		const { queue, seen, traps, does } = traced();
		traps.set('derive', 1);
		await queue.run(step(does));
		expect(seen).toEqual(['decide', 'write', 'derive', 'a new engine', 'derive']);
	});

	it('tells what failed in writing, and lets the next step begin', async () => {
		const { queue, seen, traps, does } = traced();
		traps.set('write', 1);
		await expect(queue.run(step(does))).rejects.toThrow(TRAP);
		await queue.run({ decide: does('next'), write: does('wrote') });
		expect(seen).toEqual(['decide', 'write', 'a new engine', `told: ${TRAP}`, 'next', 'wrote']);
	});

	it('gives up after a second trap, tells it, and what was written stays', async () => {
		const { queue, seen, traps, does } = traced();
		traps.set('derive', 2);
		await expect(queue.run(step(does))).rejects.toThrow(TRAP);
		expect(seen.filter((s) => s === 'write')).toHaveLength(1);
		expect(seen.at(-1)).toBe(`told: ${TRAP}`);
	});

	it('holds the page until a step is written, and not for what follows', async () => {
		const { queue } = traced();
		const held: number[] = [];
		await queue.run({
			decide: () => Promise.resolve(void held.push(queue.unwritten)),
			write: () => Promise.resolve(void held.push(queue.unwritten)),
			derive: () => Promise.resolve(void held.push(queue.unwritten))
		});
		expect([...held, queue.unwritten]).toEqual([1, 1, 0, 0]);
	});

	it('does one thing after the other, in the order in which they came', async () => {
		const { queue, seen, does } = traced();
		const slow = vi.fn(async () => {
			await new Promise((resolve) => setTimeout(resolve, 20));
			seen.push('slow');
		});
		await Promise.all([queue.derive(slow), queue.run(step(does)), queue.derive(does('rows'))]);
		expect(seen).toEqual(['slow', 'decide', 'write', 'derive', 'rows']);
	});

	it('keeps entries out while another record takes this one’s place', async () => {
		const { queue, seen } = traced();
		let release = (): void => {};
		const held = new Promise<void>((resolve) => (release = resolve));
		const exchanged = queue.exchange(
			async () => {
				seen.push('exchange');
				await held;
			},
			() => Promise.resolve(void seen.push('from the record'))
		);
		await vi.waitFor(() => expect(seen).toEqual(['exchange']));
		const entry = queue.entered().then(() => seen.push('entry'));
		release();
		await Promise.all([exchanged, entry]);
		expect(seen).toEqual(['exchange', 'from the record', 'entry']);
	});
});
