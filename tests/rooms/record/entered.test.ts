import { describe, expect, it } from 'vitest';
import { z } from '../../../src/lib/policy/zod';
import { hasRead, unreadOf, wasEntered } from '../../../src/lib/record/acknowledgements';
import { checksOf } from '../../../src/lib/record/checks';
import type { Entry, EventOf, LogEvent } from '../../../src/lib/record/event';
import { kind, type Say } from '../../../src/lib/record/kind';
import { fits } from '../../../src/lib/record/kinds';
import { confirmBarred, type Posted } from '../../../src/lib/record/ledger';
import type { Bulletin } from '../../../src/lib/record/life';
import { plansOf } from '../../../src/lib/record/plans';
import { nameOf } from '../../../src/lib/record/record';
import { readReply, type ReplyItem } from '../../../src/lib/record/reply';

const month = '2026-09';
const HR = { name: '王芳', role: 'hr' } as const;
const logged = (...entries: object[]): LogEvent[] =>
	entries.map((entry, i) => ({
		...(entry as Entry),
		by: HR,
		seq: i + 1,
		at: '',
		prev: '',
		hash: ''
	}));

describe('what a reply says', () => {
	const unit = { month, unitKind: 'branch', unit: 'B1' };
	const OTHERS = [{ month: '2026-08' }, { unitKind: 'person' }, { unit: 'B2' }];
	const items: [ReplyItem, entry: Record<string, unknown>, others: object[]][] = [
		[{ kind: 'acknowledge', ...unit, agrees: true, comment: '' }, { kind: 'acknowledged' }, OTHERS],
		[
			{ kind: 'appeal', ...unit, line: 'satisfaction', evidence: '', proposed: '' },
			{ kind: 'appeal', line: 'satisfaction' },
			[...OTHERS, { line: 'callback_truth' }]
		],
		[
			{ kind: 'plan', ...unit, plan: 'bottom', analysis: '', measures: '' },
			{ kind: 'plan', of: 'bottom' },
			[...OTHERS, { kind: 'worst' }]
		]
	];
	it.each(items)('is entered once: $kind', (item, { kind: entered, line, of }, others) => {
		const data = {
			...{ ...unit, reply: 'r1' },
			...(line !== undefined && { line }),
			...(of !== undefined && { kind: of })
		};
		const isThere = (reply: string, more: object): boolean =>
			wasEntered(logged({ kind: entered, data: { ...data, ...more } }), reply, item);
		expect(isThere('r1', {})).toBe(true);
		expect(isThere('r2', {})).toBe(false);
		for (const other of others) expect(isThere('r1', other), JSON.stringify(other)).toBe(false);
		// an entry of another kind, or one that came by no reply
		expect(wasEntered(logged({ kind: 'note', data }), 'r1', item)).toBe(false);
		expect(wasEntered(logged({ kind: entered, data: { ...data, reply: undefined } }), 'r1', item)).toBe(
			false
		);
	});

	it('is no reply where a text or a file is larger than a person writes', () => {
		const of = (...said: object[]): object => ({
			...{ format: 'kaohe-reply-1', id: 'r', handover: 'h', branch: 'B1', made_at: '', on: '2026-10-10' },
			by: HR,
			items: said
		});
		const appeal = (evidence: string, base64: string): object => ({
			...{ kind: 'appeal', ...unit, line: 'x', evidence, proposed: '' },
			attachment: { name: '通知.txt', base64 }
		});
		expect(readReply(of(appeal('停电', 'AA==')))!.items).toHaveLength(1);
		expect(readReply(of(appeal('停'.repeat(10_001), 'AA==')))).toBeNull();
		expect(readReply(of(appeal('停电', 'A'.repeat(28_000_001))))).toBeNull();
		expect(readReply(of(...Array.from({ length: 201 }, () => appeal('停电', 'AA=='))))).toBeNull();
		expect(readReply(of({ ...appeal('停电', ''), attachment: { name: '通知.txt' } }))).toBeNull();
	});
});

describe('what was handed over', () => {
	it('was read where the branch says so of itself, not one of its people or another', () => {
		const read = (unitKind: string, unit: string): EventOf<'acknowledged'>[] =>
			logged({ kind: 'acknowledged', data: { month, unitKind, unit } }) as EventOf<'acknowledged'>[];
		const says = (unitKind: string, unit: string): boolean =>
			hasRead({ branch: 'B1', handed: null, read: read(unitKind, unit) });
		expect([says('branch', 'B1'), says('person', 'B1'), says('branch', 'B2')]).toEqual([true, false, false]);
	});

	it('is unread of its own month alone', () => {
		const handed = (of: string, branch: string): object => ({
			kind: 'handed_over',
			data: { month: of, branch, handover: branch, on: '2026-10-09', key: '' }
		});
		const events = logged(handed(month, 'B1'), handed('2026-08', 'B2'), { kind: 'note', data: { month } });
		expect(unreadOf(events, month)).toEqual(['B1']);
	});
});

describe('entries', () => {
	it('fit the kinds that there are, and read as their kind says where they fit it', () => {
		expect(fits('hologram', {})).toBe(false);
		expect(fits('handed_over', {})).toBe(false);
		const own = kind({
			data: z.object({ on: z.string() }),
			by: ['hr'],
			states: null,
			follows: 'never',
			reads: ({ on }) => `on ${on}`
		});
		expect([own.says({ on: 'Monday' }, {} as Say), own.says({}, {} as Say)]).toEqual(['on Monday', null]);
	});

	it('that take something back mean what their kind takes back', () => {
		const check = { month, dataset: 'callbacks', ref: 'C1', subject: 'service_skill', passed: 'no' };
		const [judged] = checksOf(
			logged({ kind: 'check', data: check }, { kind: 'reversal', data: { month, of: 1 } })
		);
		expect([judged!.counts, judged!.reversal]).toEqual([true, null]);
	});

	it('name what no import names by its SHA-256, of imports that brought none, too', () => {
		expect(nameOf(logged({ kind: 'import', data: {} }), 'abc')).toBe('abc');
	});

	it('that wait for a second name don’t take the first: of a reversal the one who asked for it', () => {
		const [entry] = logged({ kind: 'reversal', data: { month, of: 1 } });
		const other = { name: '陈总', role: 'head_office' } as const;
		const posted = { waits: 'reversal', by: other, reversal: entry } as unknown as Posted;
		expect([confirmBarred(posted, HR), confirmBarred(posted, other)]).toEqual(['same', null]);
	});
});

describe('plans', () => {
	const bulletin = (number: string, rank: number): Bulletin =>
		({
			number,
			date: '2026-10-09',
			ranked: [],
			plans: [{ kind: 'bottom', unitKind: 'branch', unit: 'B1', rank, due: '2026-10-15' }]
		}) as unknown as Bulletin;

	it('are owed once, as the latest bulletin that named them says', () => {
		const [plan, ...more] = plansOf([], month, [bulletin('1', 9), bulletin('2', 8)]);
		expect(more).toEqual([]);
		expect(plan).toMatchObject({ owed: true, bulletin: '2', rank: 8, state: 'open' });
	});

	it('that were handed in stay so in a later bulletin', () => {
		const handedIn = logged({
			kind: 'plan',
			data: { month, kind: 'bottom', unitKind: 'branch', unit: 'B1', step: 'hand_in', on: '2026-10-12' }
		});
		const [plan] = plansOf(handedIn, month, [bulletin('1', 9), bulletin('2', 8)]);
		expect(plan).toMatchObject({ state: 'handed_in', handedInOn: '2026-10-12', owed: true });
	});
});
