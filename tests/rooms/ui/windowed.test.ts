import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';

vi.stubGlobal('ResizeObserver', vi.fn());
const { windowOf } = await import('../../../src/lib/ui/windowed.svelte');

describe('a list of which only what is in sight is drawn', () => {
	it('draws what lies between the edges, with the gaps that keep the length', () => {
		expect(windowOf([10, 10, 10, 10, 10], 12, 28, null)).toEqual({
			drawn: [
				{ at: 1, gap: 10 },
				{ at: 2, gap: 0 }
			],
			rest: 20
		});
		expect(windowOf([], 0, 100, null)).toEqual({ drawn: [], rest: 0 });
	});

	it('keeps the item that holds the focus, wherever it is', () => {
		expect(windowOf([10, 10, 10, 10, 10], 0, 8, 3)).toEqual({
			drawn: [
				{ at: 0, gap: 0 },
				{ at: 3, gap: 20 }
			],
			rest: 10
		});
		expect(windowOf([10, 10], 0, 8, -1).drawn).toEqual([{ at: 0, gap: 0 }]);
	});

	it('is as long as all items together, and leaves nothing in sight undrawn', () => {
		const sizes = fc.array(fc.integer({ min: 1, max: 90 }), { maxLength: 60 });
		const edges = fc.tuple(fc.integer({ min: -50, max: 3000 }), fc.integer({ min: 0, max: 900 }));
		fc.assert(
			fc.property(sizes, edges, fc.option(fc.nat(59)), (all, [from, sight], kept) => {
				const { drawn, rest } = windowOf(all, from, from + sight, kept);
				const length = drawn.reduce((sum, d) => sum + d.gap + all[d.at]!, rest);
				expect(length).toBe(all.reduce((a, b) => a + b, 0));
				const shown = new Set(drawn.map((d) => d.at));
				let edge = 0;
				for (const [at, size] of all.entries()) {
					if (edge + size > from && edge < from + sight) expect(shown.has(at)).toBe(true);
					edge += size;
				}
			})
		);
	});
});
