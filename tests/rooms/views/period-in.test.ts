import { describe, expect, it } from 'vitest';
import { periodIn } from '../../../src/lib/views/period-in';

describe('a period in words', () => {
	it.each([
		['2026-07', '2026年7月', '2026-07'],
		['2026-11', '2026年11月', '2026-11'],
		['2026Q3', '2026年第3季度', 'Q3 2026'],
		['2026', '2026年', '2026'],
		// three months that are no quarter, where prizes go by rolling spans
		['2026-07~2026-09', '2026年7月 – 2026年9月', '2026-07 – 2026-09']
	])('%s', (period, zh, en) => {
		expect([periodIn('zh', period), periodIn('en', period)]).toEqual([zh, en]);
	});
});
