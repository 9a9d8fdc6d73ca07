import { describe, expect, it } from 'vitest';
import { isDamagedId, parseMonth, parseNumber, parseTime } from '../../../src/lib/intake/values';
import { BUILT_IN, satisfactionLookup, wordLookup, withWords } from '../../../src/lib/intake/vocabulary';

const iso = (seconds: number | null): string | null =>
	seconds === null ? null : new Date(seconds * 1000).toISOString().slice(0, 19);

describe('dates (data/exports.json)', () => {
	it.each([
		['2026-10-05 09:30:00', '2026-10-05T09:30:00'],
		['2026-10-05 09:30', '2026-10-05T09:30:00'],
		['2026-10-05', '2026-10-05T00:00:00'],
		['2026/10/5 9:30', '2026-10-05T09:30:00'],
		['2026年10月5日', '2026-10-05T00:00:00'],
		['2026-10-05T09:30:00', '2026-10-05T09:30:00'],
		['2026-10-05 09:30:00.0', '2026-10-05T09:30:00'],
		['20261005', '2026-10-05T00:00:00'],
		['45356.5', '2024-03-05T12:00:00'],
		// 9:30 as a fraction of a day falls short by a millionth of a second; a true fraction of one is cut
		['45356.3958333333', '2024-03-05T09:30:00'],
		['45356.9999999653', '2024-03-05T23:59:59'],
		['45356.99999999999', '2024-03-06T00:00:00'],
		['20000', '1954-10-03T00:00:00'],
		['19999', null],
		['2024-02-29', '2024-02-29T00:00:00'],
		['2026-02-29', null],
		['2026-02-30 10:00:00', null],
		['2026-13-01', null],
		['2026-10-05 24:00:00', null],
		['昨天', null],
		['05/10/2026', null]
	])('%s is %s', (text, expected) => expect(iso(parseTime(text))).toBe(expected));

	it.each([
		['2026-10', '2026-10'],
		['2026/10', '2026-10'],
		['202610', '2026-10'],
		['2026年10月', '2026-10'],
		['2026年1月', '2026-01'],
		['2026-10-05', '2026-10'],
		['2026-13', null],
		['十月', null]
	])('month %s is %s', (text, expected) => expect(parseMonth(text)).toBe(expected));
});

describe('numbers and ids (data/exports.json)', () => {
	it.each([
		['1,234.50', 1_234_500_000n],
		['¥1,234.50', 1_234_500_000n],
		['(100.00)', -100_000_000n],
		['（1,200）', -1_200_000_000n],
		['-¥100', -100_000_000n],
		['¥-100', -100_000_000n],
		['￥12', 12_000_000n],
		['1.2万', 12_000_000_000n],
		['１２．５', 12_500_000n],
		['-3', -3_000_000n],
		['88.3333333333333', 88_333_333n],
		['0.0000005', 1n],
		['1,23', null],
		['十分', null],
		['12%', null],
		['', null]
	])('%s is %s millionths', (text, expected) => expect(parseNumber(text)).toBe(expected));

	it('knows an id that Excel damaged', () => {
		expect(['1.23457E+17', '1E+17', '2e10'].every(isDamagedId)).toBe(true);
		expect(['123456789012345678', 'E+17', '1E', 'HF1E+3'].some(isDamagedId)).toBe(false);
	});
});

describe('words (data/exports.json)', () => {
	it('takes words in any case and width, and with a code before them', () => {
		const kind = wordLookup(BUILT_IN, 'ticket_kind');
		expect(['投诉', 'complaint', 'COMPLAINT', '1-投诉', ' 投诉 '].map(kind)).toEqual(
			Array(5).fill('complaint')
		);
		expect(kind('闲聊')).toBeNull();
	});

	it('gives a word the meaning that the workspace says, whatever it meant before', () => {
		const own = withWords({ satisfaction: { 2: ['一般'], 4: ['还行'] } });
		const read = satisfactionLookup(own, 5);
		expect(['一般', '还行', '满意', '3'].map(read)).toEqual(['2', '4', '4', '3']);
		expect(satisfactionLookup(BUILT_IN, 5)('一般')).toBe('3');
	});

	it('reads stars as they are and a ten-point scale by halves, rounded up', () => {
		const five = satisfactionLookup(BUILT_IN, 5);
		const ten = satisfactionLookup(BUILT_IN, 10);
		expect(['5', '4星', '满意', '非常不满意', '6', '很好'].map(five)).toEqual([
			'5',
			'4',
			'4',
			'1',
			null,
			null
		]);
		expect(['10', '9', '2', '1', '11'].map(ten)).toEqual(['5', '5', '1', '1', null]);
	});
});
