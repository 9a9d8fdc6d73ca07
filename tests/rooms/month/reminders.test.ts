import { describe, expect, it } from 'vitest';
import { STATUTORY } from '../../../src/lib/calendar/workdays';
import { reminders, type Reminder } from '../../../src/lib/month/reminders';
import type { LogEvent } from '../../../src/lib/record/event';
import { calendarFile } from '../../../src/lib/sheets/calendar-file';
import { reminderCells, reminderDays, reminderLines } from '../../../src/lib/views/reminder-text';
import { policyWith } from '../../support/policy';

const policy = policyWith();
const hr = { name: '王芳', role: 'hr' as const };
const step = (seq: number, month: string, name: string, more: object = {}): LogEvent =>
	({
		seq,
		at: '2026-02-06T02:00:00.000Z',
		by: hr,
		kind: 'step',
		data: { month, step: name, ...more }
	}) as unknown as LogEvent;
const dueOn = (today: string, events: LogEvent[] = [], months = ['2025-12', '2026-01']): Reminder[] =>
	reminders({ events, calendar: STATUTORY, policyIn: () => policy }, months, today);

/** January calculated and published on Friday the sixth of February, with the last of the ranks named. */
const published = [
	step(1, '2026-01', 'calculate', { results: 'a' }),
	step(2, '2026-01', 'publish', {
		results: 'a',
		bulletin: {
			number: '2026-1',
			date: '2026-02-06',
			ranked: [],
			plans: [{ kind: 'improvement_plan', unitKind: 'branch', unit: 'B9', rank: 9, due: '2026-02-10' }]
		}
	})
];
const nameOf = (unit: string): string => (unit === 'branch/B9' ? '城东, "东"' : unit);

describe('what is due', () => {
	it('is of all months that are open, the earliest first, late after its day', () => {
		// New Year's Day and the two after are off, Sunday the fourth is worked: five working days from Sunday on
		const begun = [step(1, '2025-12', 'calculate', { results: 'a' })];
		expect(dueOn('2026-01-09', begun).map((r) => [r.month, r.what, r.on, r.late])).toEqual([
			['2025-12', 'publish', '2026-01-08', true],
			['2026-01', 'calculate', '2026-02-06', false],
			['2026-01', 'publish', '2026-02-06', false]
		]);
		// months before the first that was worked here were worked elsewhere
		expect(dueOn('2026-02-09').map((r) => [r.month, r.what, r.late])).toEqual([
			['2026-01', 'calculate', true],
			['2026-01', 'publish', true]
		]);
		expect(dueOn('2026-02-09', published).every((r) => r.month === '2026-01')).toBe(true);
	});

	it('counts who was handed the month and hasn’t replied', () => {
		const handed = (seq: number, branch: string): LogEvent =>
			({
				...{ seq, at: '2026-02-06T03:00:00.000Z', by: hr, kind: 'handed_over' },
				data: { month: '2026-01', branch, handover: `h${branch}`, on: '2026-02-06', key: 'k' }
			}) as unknown as LogEvent;
		const read = {
			...{ seq: 5, at: '2026-02-07T03:00:00.000Z', by: hr, kind: 'acknowledged' },
			data: { month: '2026-01', unitKind: 'branch', unit: 'B1', handover: 'hB1', reply: 'r' }
		} as unknown as LogEvent;
		const given = [...published, handed(3, 'B1'), handed(4, 'B2')];
		const acknowledgements = (today: string, events: LogEvent[]) =>
			dueOn(today, events, ['2026-01'])
				.filter(({ what }) => what === 'acknowledge')
				.map(({ on, count, late }) => [on, count, late]);
		expect(acknowledgements('2026-02-07', given)).toEqual([['2026-02-11', 2, false]]);
		expect(acknowledgements('2026-02-12', [...given, read])).toEqual([['2026-02-11', 1, true]]);
		expect(acknowledgements('2026-02-07', published)).toEqual([]);
		// a sealed month owes nothing else
		const head = { name: '陈总', role: 'head_office' as const };
		const sealed = [
			...given,
			step(6, '2026-01', 'hear'),
			step(7, '2026-01', 'sign'),
			{ ...step(8, '2026-01', 'seal', { revision: 1 }), by: head } as LogEvent
		];
		expect(dueOn('2026-03-02', sealed, ['2026-01']).map((r) => [r.what, r.count, r.late])).toEqual([
			['acknowledge', 2, true]
		]);
		const lines = reminderLines('zh', dueOn('2026-02-12', given, ['2026-01']), '2026-02-12', nameOf);
		expect(lines).toContain('2 个分部还没交回执');
	});

	it('goes on with appeals, plans and the signature once the bulletin is out, over Spring Festival', () => {
		const due = dueOn('2026-02-07', published, ['2026-01']);
		// three working days to appeal: Monday to Wednesday
		expect(due.map((r) => [r.what, r.on, r.unit])).toEqual([
			['plan', '2026-02-10', 'branch/B9'],
			['appeals', '2026-02-11', undefined],
			['sign', '2026-02-12', undefined]
		]);
		const signed = [...published, step(3, '2026-01', 'hear'), step(4, '2026-01', 'sign')];
		expect(dueOn('2026-03-02', signed, ['2026-01']).map((r) => [r.what, r.late])).toEqual([['plan', true]]);
	});

	it('is said alike on the screen, in a chat, in a table and in a calendar', () => {
		const due = dueOn('2026-02-07', published, ['2026-01']);
		for (const lang of ['zh', 'en'] as const) {
			const [head, ...rows] = reminderCells(lang, due, '2026-02-07', nameOf);
			expect(head).toHaveLength(3);
			const lines = reminderLines(lang, due, '2026-02-07', nameOf).split('\n').slice(1);
			expect(lines).toEqual(
				rows.map(([on, task, left], at) => `${String(at + 1)}. ${on!} ${task!} · ${left!}`)
			);
			const days = reminderDays(lang, due, nameOf);
			expect(days.map((d) => [d.on, d.title])).toEqual(rows.map(([on, task]) => [on!.slice(0, 10), task]));
		}
		expect(reminderLines('zh', due, '2026-02-07', nameOf).split('\n').slice(0, 2)).toEqual([
			'考核待办 3 项（2026-02-07）',
			'1. 2026-02-10（周二） 2026年1月 城东, "东"交整改方案 · 还有 3 天'
		]);
	});
});

describe('a calendar file', () => {
	const file = calendarFile(
		'待办',
		reminderDays('zh', dueOn('2026-02-07', published, ['2026-01']), nameOf),
		'2026-02-07T01:02:03.456Z'
	);
	it('holds whole days with alarms, the same things under the same names at every export', () => {
		const unfolded = file.replaceAll('\r\n ', '');
		const events = unfolded.split('BEGIN:VEVENT').slice(1);
		expect(events).toHaveLength(3);
		for (const line of [
			'UID:2026-01-plan-improvement_plan-branch-B9@kaohe',
			'DTSTAMP:20260207T010203Z',
			'DTSTART;VALUE=DATE:20260210',
			'DTEND;VALUE=DATE:20260211',
			'SUMMARY:2026年1月 城东\\, "东"交整改方案',
			'TRIGGER:PT9H',
			'TRIGGER:-PT15H'
		])
			expect(events[0]!.split('\r\n')).toContain(line);
		expect(events.every((event) => event.match(/BEGIN:VALARM/g)!.length === 2)).toBe(true);
	});

	it('folds lines at seventy-five octets, within no character, and ends them with CR and LF', () => {
		const long = calendarFile(
			'n',
			[{ id: 'x', on: '2026-12-31', title: '词😀'.repeat(40), text: 'a\r\nb;c\\' }],
			'2026-01-01T00:00:00Z'
		);
		const lines = long.split('\r\n');
		expect(lines.at(-1)).toBe('');
		expect(Math.max(...lines.map((line) => new TextEncoder().encode(line).length))).toBeLessThanOrEqual(75);
		expect(lines.filter((line) => line.startsWith(' ')).length).toBeGreaterThan(3);
		expect(long.replaceAll('\r\n ', '')).toContain(`SUMMARY:${'词😀'.repeat(40)}`);
		expect(long).toContain('DESCRIPTION:a\\nb\\;c\\\\');
		expect(long).toContain('DTEND;VALUE=DATE:20270101');
		expect(long).not.toMatch(/[^\r]\n/);
	});
});
