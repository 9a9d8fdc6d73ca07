import { describe, expect, it } from 'vitest';
import { placesOf, rounded, shifted, signOf } from '../../../src/lib/language/decimal';
import { grouped, megabytes, percent, signed, signedYuan, yuan } from '../../../src/lib/language/numbers';

describe('the text of a number', () => {
	it.each(['', '-', '.', '+.', '1e3', '1,000', 'n/a'])('%j is none', (text) =>
		expect(() => rounded(text, 2)).toThrow(`"${text}" is no decimal number`)
	);

	it('may have a sign, no whole and no part', () => {
		expect(['+5', '.5', '5.', '-.5'].map((text) => rounded(text, 1))).toEqual(['5.0', '0.5', '5.0', '-0.5']);
	});

	it('is moved by powers of ten both ways, and knows its places and its sign', () => {
		expect([
			shifted('5', 2),
			shifted('0.5', 2),
			shifted('0.5', 1),
			shifted('0.005', 2),
			shifted('5', -2)
		]).toEqual(['500', '50', '5', '0.5', '0.05']);
		expect(['12.345', '12.340', '12', 2.5, 10].map(placesOf)).toEqual([3, 2, 0, 1, 0]);
		expect(['-0.1', '0.0', '0.1'].map(signOf)).toEqual([-1, 0, 1]);
	});
});

describe('a number as it is shown', () => {
	it('has its thousands apart, and as many places as it has', () => {
		expect([grouped(1234.5), grouped('1234567'), grouped('999'), grouped('1000', 1)]).toEqual([
			'1,234.5',
			'1,234,567',
			'999',
			'1,000.0'
		]);
	});

	it('as a rate has all places only where rounding would put it on a bound', () => {
		expect(percent('0.955', ['95.5'])).toBe('95.50%');
		expect(percent('0.004016', ['5'])).toBe('0.40%');
	});

	it('as a change has its sign, and one of its own for none', () => {
		expect(['2.5', '-2.5', '0', '0.004'].map(signed)).toEqual(['+2.5', '−2.5', '0', '0']);
		expect(['1500', '-1500.5', '0'].map(signedYuan)).toEqual(['+1,500', '−1,500.50', '±0']);
	});

	it('as yuan has fen where there are any', () => {
		expect(['1234.5', 1000, '-1000', '0.005'].map(yuan)).toEqual(['¥1,234.50', '¥1,000', '¥-1,000', '¥0.01']);
	});

	it('of bytes is in MB, small files with one place more', () => {
		expect([45_678, 99_999, 100_000, 1_234_567].map(megabytes)).toEqual(['0.05', '0.10', '0.1', '1.2']);
	});
});
