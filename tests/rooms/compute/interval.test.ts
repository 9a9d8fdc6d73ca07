import fc from 'fast-check';
import { expect, it } from 'vitest';
import { wilson } from '../../../src/lib/compute/interval';

it('gives the textbook’s intervals', () => {
	const told = (k: number, n: number): string[] => wilson(k, n)!.map((x) => x.toFixed(4));
	expect(told(8, 10)).toEqual(['0.4902', '0.9433']);
	expect(told(81, 263)).toEqual(['0.2553', '0.3662']);
	expect(told(0, 20)).toEqual(['0.0000', '0.1611']);
});

it('holds the share, mirrors, and narrows with the cases', () => {
	const cases = fc
		.integer({ min: 1, max: 5000 })
		.chain((n) => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n)));
	fc.assert(
		fc.property(cases, ([k, n]) => {
			const [low, high] = wilson(k, n)!;
			const [low10, high10] = wilson(10 * k, 10 * n)!;
			const mirrored = wilson(n - k, n)!;
			expect(low - 1e-9).toBeLessThanOrEqual(k / n);
			expect(high + 1e-9).toBeGreaterThanOrEqual(k / n);
			expect(mirrored[0]).toBeCloseTo(1 - high, 9);
			expect(mirrored[1]).toBeCloseTo(1 - low, 9);
			expect(high10 - low10).toBeLessThan(high - low);
		})
	);
});

it('says nothing where there is no share of cases', () => {
	for (const [k, n] of [
		[0, 0],
		[5, 4],
		[1, 2.5]
	] as const)
		expect(wilson(k, n)).toBeNull();
});
