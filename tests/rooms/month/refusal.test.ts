import { describe, expect, it } from 'vitest';
import { refusal } from '../../../src/lib/month/refusal';
import type { Actor } from '../../../src/lib/record/actor';
import type { Entry, LogEvent } from '../../../src/lib/record/event';

const BOSS: Actor = { name: '陈总', role: 'head_office' };
const log = (...entries: Entry[]): LogEvent[] =>
	entries.map((entry, i) => ({ ...entry, seq: i + 1, at: '', by: BOSS, prev: '', hash: '' }));
const none = (dataset: string): Entry => ({ kind: 'none', data: { dataset, month: '2026-10' } });
const came = (dataset: string): Entry => ({ kind: 'none_reversed', data: { dataset, month: '2026-10' } });
const day = (works: boolean): Entry => ({ kind: 'calendar', data: { day: '2026-10-09', works } });

describe('what is said again', () => {
	it('is refused where the last of the same said it, whatever was said between', () => {
		const again = (before: Entry[], entry: Entry) => refusal(log(...before), entry, BOSS);
		expect(again([none('tickets')], none('tickets'))).toBe('done');
		expect(again([none('tickets'), none('callbacks')], none('tickets'))).toBe('done');
		expect(again([none('tickets'), came('tickets')], none('tickets'))).toBeNull();
		expect(again([none('tickets'), came('callbacks')], none('tickets'))).toBe('done');
		expect(again([none('tickets')], none('callbacks'))).toBeNull();
		expect(again([day(false), none('tickets')], day(false))).toBe('done');
		expect(again([day(false), day(true)], day(false))).toBeNull();
	});
});

describe('what is about a month', () => {
	const check = (moment: string): Entry => ({
		kind: 'check',
		data: {
			month: '2026-10',
			dataset: 'callbacks',
			ref: 'C1',
			branch: 'B08',
			person: null,
			moment,
			subject: 'callback_truth',
			passed: 'no',
			note: ''
		}
	});
	const audit = (month: string): Entry => ({
		kind: 'ledger',
		data: {
			month: '2026-10',
			needsSecond: false,
			entry: {
				month,
				branch: 'B08',
				person: null,
				evidence: '报告',
				type: 'audit',
				date: '2026-10-05',
				points: '2'
			}
		}
	});

	it('says the same month everywhere in it', () => {
		expect(refusal([], check('2026-10-31 23:59:59'), BOSS)).toBeNull();
		expect(refusal([], check('2026-11-01 00:00:00'), BOSS)).toBe('state');
		expect(refusal([], audit('2026-10'), BOSS)).toBeNull();
		expect(refusal([], audit('2026-09'), BOSS)).toBe('state');
	});

	it('lets an item pass once', () => {
		const waive = (item: string): Entry => ({
			kind: 'waive',
			reason: '已核实',
			data: { month: '2026-10', item }
		});
		expect(refusal(log(waive('x/1')), waive('x/1'), BOSS)).toBe('done');
		expect(refusal(log(waive('x/1')), waive('x/2'), BOSS)).toBeNull();
	});
});

describe('a note', () => {
	const manager: Actor = { name: '李店长', role: 'branch_manager', branch: 'B01' };
	const note = (unitKind: string | null, unit: string | null, branch: string | null = null): Entry => ({
		kind: 'note',
		data: { month: '2026-10', unitKind, unit, line: null, branch, text: '停机' }
	});
	const removed = (of: number, month = '2026-10'): Entry => ({
		kind: 'note_removed',
		reason: '写错',
		data: { month, of }
	});

	it('is a branch manager’s of the own branch and its people alone', () => {
		expect(refusal([], note('branch', 'B01'), manager)).toBeNull();
		expect(refusal([], note('person', 'P1', 'B01'), manager)).toBeNull();
		expect(refusal([], note('branch', 'B02'), manager)).toBe('role');
		expect(refusal([], note('person', 'P9', 'B02'), manager)).toBe('role');
		expect(refusal([], note(null, null), manager)).toBe('role');
		expect(refusal([], note(null, null), BOSS)).toBeNull();
	});

	it('is taken down by whoever wrote it or by the office, once, in its month', () => {
		const mine = log(note('branch', 'B01')).map((e) => ({ ...e, by: manager }));
		expect(refusal(mine, removed(1), manager)).toBeNull();
		expect(refusal(mine, removed(1), BOSS)).toBeNull();
		expect(refusal(mine, removed(1), { ...manager, name: '别人' })).toBe('role');
		expect(refusal(mine, removed(1, '2026-09'), BOSS)).toBe('state');
		expect(refusal(mine, removed(7), BOSS)).toBe('done');
		expect(refusal(log(note('branch', 'B01'), removed(1)), removed(1), BOSS)).toBe('done');
	});
});
