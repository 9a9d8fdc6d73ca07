import { describe, expect, it } from 'vitest';
import type { LogEvent } from '../../../src/lib/record/event';
import { fits } from '../../../src/lib/record/kinds';
import { notesIn } from '../../../src/lib/record/notes';
import { trendOption } from '../../../src/lib/charts/trend';

const entry = (seq: number, kind: string, data: object): LogEvent =>
	({
		...{ seq, kind, data },
		at: '2026-10-09T00:00:00Z',
		by: { name: '王芳', role: 'hr' }
	}) as unknown as LogEvent;
const note = (seq: number, month: string, unit: string | null, text: string): LogEvent =>
	entry(seq, 'note', { month, unitKind: unit === null ? null : 'branch', unit, line: null, text });
const events = [
	note(1, '2026-09', null, '系统停机两天'),
	note(2, '2026-09', 'B01', '搬家'),
	note(3, '2026-09', 'B02', '新店'),
	note(4, '2026-10', 'B01', '十月的'),
	entry(5, 'note_removed', { month: '2026-09', of: 3 })
];
const texts = (month: string, unit?: string): string[] =>
	notesIn(events, month, unit === undefined ? undefined : 'branch', unit).map((n) => n.text);

describe('a note', () => {
	it('stays with its month and unit, stands for all where it names none, and can be taken down', () => {
		expect(texts('2026-09', 'B01')).toEqual(['系统停机两天', '搬家']);
		expect(texts('2026-09', 'B02')).toEqual(['系统停机两天']);
		expect(texts('2026-09')).toEqual(['系统停机两天', '搬家']);
		expect(texts('2026-10', 'B01')).toEqual(['十月的']);
		expect(texts('2026-10', 'B02')).toEqual([]);
		// a person who has the code of a branch isn't the branch
		expect(notesIn(events, '2026-09', 'person', 'B01').map((n) => n.text)).toEqual(['系统停机两天']);
		expect(fits('note', { ...events[0]!.data, text: '' })).toBe(false);
	});

	it('marks its month on the trend, and no other', () => {
		const option = trendOption(
			[
				{ month: '2026-08', total: '90', notes: [] },
				{ month: '2026-09', total: '91', notes: ['搬家'] }
			],
			{} as Parameters<typeof trendOption>[1],
			'各月总分'
		);
		expect((option['xAxis'] as { data: string[] }).data).toEqual(['2026-08', '2026-09 ※']);
	});
});
