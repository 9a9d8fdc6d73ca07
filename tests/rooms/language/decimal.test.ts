import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { difference, meanOf, rounded, shifted, sumOf, trimmed } from '../../../src/lib/language/decimal';
import {
	grouped,
	percent,
	points,
	pointsOf,
	signed,
	signedYuan,
	total
} from '../../../src/lib/language/numbers';

/** Hundredths of a decimal of six places, half away from zero, by integers alone. */
const hundredths = (millionths: number): number => {
	const size = Math.floor((Math.abs(millionths) + 5000) / 10_000);
	return millionths < 0 ? -size : size;
};
const text = (units: number, places: number): string => {
	const digits = String(Math.abs(units)).padStart(places + 1, '0');
	return `${units < 0 ? '-' : ''}${digits.slice(0, -places)}.${digits.slice(-places)}`;
};

describe('decimals', () => {
	it('round half away from zero as text, where binary floats fall short', () => {
		for (const [value, said] of [
			['67.675000', '67.68'],
			['84.025000', '84.03'],
			['1.005', '1.01'],
			['-0.125', '-0.13'],
			['-0.001', '0.00'],
			['99.994999', '99.99'],
			['5', '5.00']
		] as const)
			expect(total(value)).toBe(said);
		expect(total(67.675 - 60)).toBe('7.68');
		expect(percent('0.98765')).toBe('98.77%');
		expect(percent('0.000050')).toBe('0.01%');
		// never on the wrong side of a bound: 0.4016 % is more than 0.4 %
		expect(percent('0.004016', ['0', '0.4', '1'])).toBe('0.4016%');
		expect(percent('0.004016')).toBe('0.40%');
		expect(percent('0.949996', ['95', '100'])).toBe('94.9996%');
		expect(percent('0.999999', ['95', '100'])).toBe('99.9999%');
		expect(percent('0.95', ['95'])).toBe('95%');
		expect(percent('0.955', ['95'])).toBe('95.50%');
		expect(percent('1.000000')).toBe('100%');
		expect(points('2.500')).toBe('2.5');
		expect(points('10.000')).toBe('10');
		expect(grouped('1234567.50')).toBe('1,234,567.50');
		expect(grouped('-1234.505', 2)).toBe('-1,234.51');
		expect(signed('-0.004')).toBe('0');
		expect(signed('-0.005')).toBe('−0.01');
		expect(signedYuan('-1500')).toBe('−1,500');
		expect(signedYuan(333.33 - 500)).toBe('−166.67');
		expect(['10', '7.5', null].map((v) => (v === null ? null : pointsOf(['10', '7.5', null])(v)))).toEqual([
			'10.0',
			'7.5',
			null
		]);
		expect(meanOf(['80', '85.01', '85.00'], 2)).toBe('83.34');
		expect(() => total('n/a')).toThrow('n/a');
	});

	it('are what integers say', () => {
		const units = fc.integer({ min: -200_000_000, max: 200_000_000 });
		fc.assert(
			fc.property(units, units, (a, b) => {
				const [x, y] = [text(a, 6), text(b, 6)];
				const plus = (s: string): string => (/^-0(?:\.0+)?$/.test(s) ? s.slice(1) : s);
				expect(rounded(x, 2)).toBe(plus(text(hundredths(a), 2)));
				expect(difference(x, y)).toBe(plus(text(a - b, 6)));
				expect(sumOf([x, y])).toBe(plus(text(a + b, 6)));
				expect(Number(trimmed(x, 6))).toBe(a / 1e6);
				expect(shifted(shifted(x, 2), -2).replace(/0+$/, '')).toBe(rounded(x, 8).replace(/0+$/, ''));
			})
		);
	});
});
