import { describe, expect, it } from 'vitest';
import { deadlines } from '../../../src/lib/month/deadlines';
import type { MonthLife } from '../../../src/lib/month/life';
import { needsSecond, pointsAtStake } from '../../../src/lib/month/second-name';
import { statedOf } from '../../../src/lib/month/stated';
import { bulletinBar, offered, stepBar } from '../../../src/lib/month/steps';
import type { Actor } from '../../../src/lib/record/actor';
import type { LogEvent } from '../../../src/lib/record/event';
import type { Life } from '../../../src/lib/record/life';
import type { State, StepName } from '../../../src/lib/record/steps';
import { policyWith } from '../../support/policy';

const HR: Actor = { name: '王芳', role: 'hr' };
const BOSS: Actor = { name: '陈总', role: 'head_office' };

/** A month in a state with nothing open, its results as they were calculated and published. */
const month = (state: State, more: Partial<MonthLife> = {}, life: object = {}): MonthLife =>
	({
		life: {
			state,
			calculated: 'r',
			bulletins: [{ results: 'r', date: '2026-11-04' }],
			steps: [],
			...life
		} as unknown as Life,
		open: [],
		results: 'r',
		appeals: [],
		plans: [],
		window: ['2026-11-02', '2026-11-06'],
		appealsUntil: '2026-11-09',
		erased: false,
		...more
	}) as MonthLife;
const item = (kind: string) => ({ kind }) as MonthLife['open'][number];
const bar = (of: MonthLife, step: StepName, by = HR, today = '2026-11-10', reason?: string) =>
	stepBar(of, step, by, today, reason);

describe('a step of the month', () => {
	it('waits for what the checklist lacks, but for what only a seal needs', () => {
		expect(bar(month('open'), 'calculate')).toBeNull();
		expect(bar(month('open', { open: [item('no_rows')] }), 'calculate')).toBe('not_ready');
		for (const kind of ['open_appeal', 'open_month'])
			expect(bar(month('open', { open: [item(kind)] }), 'calculate'), kind).toBeNull();
		expect(bar(month('calculated', { open: [item('no_rows')] }), 'publish')).toBeNull();
		for (const kind of ['rejects', 'unknown_people', 'unread', 'no_dataset'])
			expect(bar(month('calculated', { open: [item('no_rows'), item(kind)] }), 'publish'), kind).toBe(
				'not_ready'
			);
		expect(bar(month('published', { open: [item('rejects')] }), 'hear')).toBeNull();
		expect(bar(month('signed'), 'seal', BOSS)).toBeNull();
		expect(bar(month('signed', { open: [item('open_month')] }), 'seal', BOSS)).toBe('not_ready');
	});

	it('waits for results as they were published, appeals ruled on and their time over', () => {
		expect(bar(month('calculated'), 'publish')).toBeNull();
		expect(bar(month('calculated', { results: 's' }), 'publish')).toBe('stale');
		expect(bar(month('open', { results: 's' }), 'calculate')).toBeNull();
		expect(bar(month('appeals'), 'sign')).toBeNull();
		expect(bar(month('appeals', { appeals: [{ ruling: null }] as never }), 'sign')).toBe('appeals_open');
		expect(bar(month('appeals', { appeals: [{ ruling: {} }] as never }), 'sign')).toBeNull();
		expect(bar(month('appeals'), 'sign', HR, '2026-11-09')).toBe('deadline');
		expect(bar(month('published'), 'hear', HR, '2026-11-09')).toBeNull();
		expect(bar(month('appeals', { appealsUntil: null }), 'sign', HR, '2026-11-01')).toBeNull();
		expect(bar(month('appeals', { results: 's' }), 'sign')).toBe('unrevised');
		expect(bar(month('signed', { results: 's' }), 'seal', BOSS)).toBe('unrevised');
		expect(bar(month('appeals', {}, { bulletins: [] }), 'sign')).toBe('unrevised');
		expect(bar(month('published', { results: 's' }), 'revise', HR, '2026-11-10', '改')).toBeNull();
	});

	it('back needs a reason, and the files that the month was sealed from', () => {
		expect(bar(month('sealed'), 'reopen', BOSS, '2026-11-10', ' ')).toBe('reason');
		expect(bar(month('sealed'), 'reopen', BOSS, '2026-11-10', '补数')).toBeNull();
		expect(bar(month('sealed', { erased: true }), 'reopen', BOSS, '2026-11-10', '补数')).toBe('erased');
		expect(bar(month('open', { erased: true }), 'calculate')).toBeNull();
	});

	it('is offered by the month’s state', () => {
		expect(offered({ state: 'published' } as Life)).toEqual(['revise', 'hear']);
		expect(offered({ state: 'sealed' } as Life)).toEqual(['reopen']);
	});
});

describe('the date of a bulletin', () => {
	it('is a day after the month, not one to come', () => {
		const of = (date: string) => bulletinBar('2026-10', date, '2026-11-10');
		expect(['2026-11-01', '2026-11-10', '2026-11-11', '2026-10-31', ''].map(of)).toEqual([
			null,
			null,
			'future',
			'within',
			'no_date'
		]);
		expect(['2026-11-1', 'x2026-11-01', '2026-11-01x'].map(of)).toEqual(['no_date', 'no_date', 'no_date']);
		expect(bulletinBar('2026-10', '2025-11-05', '2026-11-10')).toBe('within');
	});
});

describe('points at stake', () => {
	const policy = policyWith();
	const of = (entry: object) => pointsAtStake(policy, entry as never);
	it('are those of the entry, or the weight of the line that it corrects', () => {
		expect(of({ type: 'merit', merit: 'media_criticism' })).toBe(5);
		expect(of({ type: 'merit', merit: 'letter' })).toBe(1);
		expect(of({ type: 'merit', merit: 'nobody knows' })).toBe(0);
		expect(of({ type: 'audit', points: '8' })).toBe(8);
		expect(of({ type: 'audit' })).toBe(0);
		expect(of({ type: 'correction', line: 'service_skill', denominator: 99 })).toBe(30);
		expect(of({ type: 'correction', line: 'manager_calls' })).toBe(5);
		// a correction of audits moves the points themselves
		expect(of({ type: 'correction', line: 'audit', denominator: -12 })).toBe(12);
		expect(of({ type: 'correction', line: 'audit', denominator: 2 })).toBe(10);
		expect(of({ type: 'correction', line: 'audit' })).toBe(10);
	});

	it('need a second name above the limit of five', () => {
		expect(needsSecond(policy, { type: 'audit', points: '5' })).toBe(false);
		expect(needsSecond(policy, { type: 'audit', points: '5.5' })).toBe(true);
	});
});

describe('what was stated not to have come', () => {
	it('holds until it is taken back, by month', () => {
		const said = (kind: string, dataset: string, month: string) =>
			({ kind, data: { dataset, month } }) as LogEvent;
		expect(
			statedOf([
				said('none', 'tickets', '2026-10'),
				said('none', 'tickets', '2026-11'),
				said('words', 'tickets', '2026-11'),
				said('none', 'callbacks', '2026-10'),
				said('none_reversed', 'tickets', '2026-10')
			])
		).toEqual([
			{ dataset: 'tickets', month: '2026-11' },
			{ dataset: 'callbacks', month: '2026-10' }
		]);
	});
});

describe('the deadlines of a month', () => {
	const calculatedOn = (at: string) => [{ step: 'calculate', event: { at: `${at}T04:00:00.000Z` } }];
	const plan = (unit: string, due: string, handedInOn: string | null, owed = true) => ({
		unitKind: 'branch',
		unit,
		due,
		owed,
		handedInOn
	});
	it('stand by date, done or late', () => {
		const plans = [
			plan('B8', '2026-11-10', '2026-11-11'),
			plan('B9', '2026-11-08', '2026-11-08'),
			plan('B7', '2026-11-08', null, false)
		] as MonthLife['plans'];
		const found = deadlines(
			month('published', { plans }, { steps: calculatedOn('2026-11-06') }),
			'2026-11-10'
		);
		expect(found).toEqual([
			{ what: 'calculate', on: '2026-11-06', done: true, late: false },
			{ what: 'publish', on: '2026-11-06', done: true, late: false },
			{ what: 'plan', on: '2026-11-08', unit: 'branch/B9', done: true, late: false },
			{ what: 'appeals', on: '2026-11-09', done: true, late: false },
			{ what: 'sign', on: '2026-11-10', done: false, late: false },
			{ what: 'plan', on: '2026-11-10', unit: 'branch/B8', done: true, late: true }
		]);
	});

	it('are late the day after where nothing was done, and done again where the month was reopened', () => {
		const open = (today: string, state: State = 'open') =>
			deadlines(
				month(state, { appealsUntil: null }, { bulletins: [], steps: calculatedOn('2026-11-07') }),
				today
			).map(({ what, done, late }) => [what, done, late]);
		expect(open('2026-11-06')).toEqual([
			['calculate', false, false],
			['publish', false, false]
		]);
		expect(open('2026-11-07')).toEqual([
			['calculate', false, true],
			['publish', false, true]
		]);
		expect(open('2026-11-06', 'calculated')).toEqual([
			['calculate', true, true],
			['publish', false, false]
		]);
		expect(deadlines(month('open', {}, { bulletins: [] }), '2026-11-09').map((d) => d.done)).toEqual([
			false,
			false,
			false,
			false
		]);
	});
});
