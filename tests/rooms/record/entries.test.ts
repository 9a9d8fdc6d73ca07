import { describe, expect, it } from 'vitest';
import { z } from '../../../src/lib/policy/zod';
import type { Actor, Role } from '../../../src/lib/record/actor';
import { kind } from '../../../src/lib/record/kind';
import { COUNTING } from '../../../src/lib/record/kinds/shared';
import { hasJudged, checksOf } from '../../../src/lib/record/checks';
import type { Entry, LogEvent } from '../../../src/lib/record/event';
import { lifeOf, monthsOf } from '../../../src/lib/record/life';
import { erasedFiles, importEntry, loggedFiles, nameOf } from '../../../src/lib/record/record';
import { loggedSeals } from '../../../src/lib/record/seal';

const HR_ALONE: Role[] = ['hr'];
const HR: Actor = { name: '王芳', role: 'hr' };
const BOSS: Actor = { name: '陈总', role: 'head_office' };
const log = (...entries: (Entry & { by?: Actor })[]): LogEvent[] =>
	entries.map(({ by = HR, ...entry }, i) => ({ ...entry, by, seq: i + 1, at: '', prev: '', hash: '' }));
const file = (sha256: string) => ({
	sha256,
	meta: { path: `${sha256}.csv`, size: 1, dataset: 'callbacks' }
});

describe('a kind of entry', () => {
	it('hangs on the states of a month alone where its data names the month', () => {
		const rule = { by: HR_ALONE, follows: 'never' as const, reads: () => '' };
		expect(kind({ ...rule, data: z.object({ month: z.string() }), states: COUNTING }).states).toBe(COUNTING);
		// @ts-expect-error -- no month, no states
		expect(kind({ ...rule, data: z.object({ of: z.int() }), states: COUNTING }).states).toBe(COUNTING);
		expect(kind({ ...rule, data: z.object({ of: z.int() }), states: null }).states).toBeNull();
	});
});

describe('files in the log', () => {
	const events = log(
		importEntry([file('a'), file('b')], []),
		{ kind: 'words', data: { words: {} } },
		importEntry([file('c')], [{ sha256: 'a', path: 'a.csv' }]),
		{ kind: 'erase', reason: '满一年', data: { month: '2026-10', removed: [{ sha256: 'b', path: 'b.csv' }] } }
	);
	it('stand until they are taken out or erased; their names and what was erased stay known', () => {
		expect([...loggedFiles(events)]).toEqual(['c']);
		expect([...loggedFiles(log(importEntry([file('a')], [file('a') as never])))]).toEqual(['a']);
		expect(['a', 'b', 'c', 'd'].map((sha) => nameOf(events, sha))).toEqual(['a.csv', 'b.csv', 'c.csv', 'd']);
		expect([...erasedFiles(events)]).toEqual(['b']);
	});

	it('come with what wasn’t read and what was handed over, where there was any', () => {
		expect(importEntry([file('a')], [{ sha256: 'b', path: 'b.csv' }]).data).toEqual({
			added: [{ sha256: 'a', path: 'a.csv', size: 1, dataset: 'callbacks' }],
			removed: [{ sha256: 'b', path: 'b.csv' }]
		});
		const more = { unread: [{ path: 'x' }] as never, handed: ['x.zip'] };
		expect(importEntry([], [], more).data).toEqual({ added: [], removed: [], ...more });
	});
});

describe('steps in the log', () => {
	const step = (month: string, name: string, more: object = {}): Entry =>
		({ kind: 'step', reason: '补数', data: { month, step: name, ...more } }) as Entry;
	const bulletin = (date: string) => ({ number: date, date, plans: [], ranked: [] });
	const events = log(
		step('2026-10', 'calculate', { results: 'r1' }),
		step('2026-11', 'calculate', { results: 'x' }),
		step('2026-10', 'publish', { results: 'r1', bulletin: bulletin('2026-11-04') }),
		step('2026-10', 'revise', { results: 'r2', bulletin: bulletin('2026-11-05') }),
		step('2026-10', 'hear'),
		step('2026-10', 'sign'),
		{ ...step('2026-10', 'seal', { revision: 1, hash: 'h1' }), by: BOSS },
		{ ...step('2026-10', 'reopen'), by: BOSS }
	);

	it('make a month’s life: bulletins, seals, revisions', () => {
		const sealed = lifeOf(events.slice(0, 7), '2026-10');
		expect([sealed.state, sealed.revision, sealed.calculated]).toEqual(['sealed', 1, 'r1']);
		expect(sealed.bulletins.map((b) => [b.seq, b.date, b.revised, b.results, b.by.name])).toEqual([
			[3, '2026-11-04', false, 'r1', '王芳'],
			[4, '2026-11-05', true, 'r2', '王芳']
		]);
		expect(sealed.steps.map((s) => [s.step, s.event.seq]).at(-1)).toEqual(['seal', 7]);
		expect(sealed.seals.map((s) => [s.revision, s.hash, s.event.seq])).toEqual([[1, 'h1', 7]]);
		const open = lifeOf(events, '2026-10');
		expect([open.state, open.revision, open.calculated, open.bulletins.length, open.issued.length]).toEqual([
			'open',
			2,
			null,
			0,
			2
		]);
		expect(() => lifeOf(log(step('2026-10', 'seal')), '2026-10')).toThrow('entry 1');
		expect(monthsOf(events)).toEqual(['2026-10', '2026-11']);
	});

	it('name the seals that must be there', () => {
		expect(loggedSeals(events)).toEqual([{ key: '2026-10/1', hash: 'h1' }]);
		const second = { kind: 'none', data: { dataset: 'tickets', month: '2026-10', step: 'seal' } } as Entry;
		expect(loggedSeals(log(second, step('2026-12', 'seal', { revision: 2, hash: 'h' })))).toEqual([
			{ key: '2026-12/2', hash: 'h' }
		]);
		expect(loggedSeals(log(step('2026-12', 'seal')))).toEqual([{ key: '2026-12/1', hash: '' }]);
	});
});

describe('judgements in the log', () => {
	const judged = (ref: string, by: Actor): Entry & { by: Actor } =>
		({ kind: 'check', data: { dataset: 'callbacks', ref, subject: 'etiquette', passed: 'no' }, by }) as never;
	const back = (of: number): Entry => ({
		kind: 'check_reversed',
		reason: '按错',
		data: { month: '2026-10', of }
	});
	it('count once a record and subject, until they are taken back', () => {
		const checks = checksOf(
			log(judged('C1', HR), judged('C1', BOSS), judged('C2', HR), back(1), judged('C1', HR), back(1))
		);
		expect(checks.map((c) => [c.seq, c.ref, c.counts, c.reversal?.seq ?? null])).toEqual([
			[1, 'C1', false, 4],
			[2, 'C1', true, null],
			[3, 'C2', true, null],
			[5, 'C1', false, null]
		]);
		const of = (ref: string) => ({ dataset: 'callbacks' as const, ref, subject: 'etiquette' });
		expect(hasJudged(checks, '王芳', of('C1'))).toBe(true);
		expect(hasJudged(checks, '王芳', of('C9'))).toBe(false);
		expect(hasJudged(checks, '陈总', of('C2'))).toBe(false);
		expect(hasJudged(checks.slice(0, 1), '王芳', of('C1'))).toBe(false);
	});
});
