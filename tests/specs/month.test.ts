import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { STATUTORY } from '../../src/lib/calendar/workdays';
import { EMPTY_RESULTS } from '../../src/lib/sql/rows';
import { decide } from '../../src/lib/month/decide';
import type { Intent } from '../../src/lib/month/intent';
import type { Situation } from '../../src/lib/month/life';
import { chained, NO_HEAD, type Entry, type LogEvent } from '../../src/lib/record/event';
import type { Actor } from '../../src/lib/record/actor';
import type { LedgerEntry } from '../../src/lib/record/ledger';
import type { Judgement } from '../../src/lib/record/checks';
import type { Seal } from '../../src/lib/record/seal';
import type { StepName } from '../../src/lib/record/steps';
import type { WorkFile } from '../../src/lib/record/file';
import { policyWith } from '../support/policy';

const MONTH = '2026-10';
const TODAY = '2026-11-20';
const HASH = 'a'.repeat(64);
const policy = policyWith();
const WRITER: Actor = { name: '王芳', role: 'hr' };
const OFFICE: Actor = { name: '陈总', role: 'head_office' };
const ACTORS: [letter: string, by: Actor][] = [
	['H', { name: '李雷', role: 'hr' }],
	['O', { name: '周总', role: 'head_office' }],
	['M', { name: '李强', role: 'branch_manager', branch: 'B08' }]
];
const STATES = ['open', 'calculated', 'published', 'appeals', 'signed', 'sealed'] as const;

const audit: LedgerEntry = {
	month: MONTH,
	branch: 'B08',
	person: null,
	evidence: '审计报告',
	type: 'audit',
	date: '2026-10-05',
	points: '8'
};
const judgement = (ref: string): Judgement => ({
	month: MONTH,
	dataset: 'callbacks',
	ref,
	branch: 'B08',
	person: null,
	moment: '2026-10-12 09:00:00',
	subject: 'callback_truth',
	passed: 'no',
	note: ''
});
const plan = (unit: string, step: 'hand_in' | 'accept'): Entry => ({
	kind: 'plan',
	data: { month: MONTH, kind: 'improvement_plan', unitKind: 'branch', unit, step, on: '2026-11-06' }
});
const bulletin = {
	number: '202610-1',
	date: '2026-11-04',
	plans: ['B08', 'B09'].map((unit, i) => ({
		kind: 'improvement_plan',
		unitKind: 'branch',
		unit,
		rank: 9 + i,
		due: '2026-11-06'
	})),
	ranked: []
};
const STEPS: Record<string, [Entry, Actor]> = {
	calculated: [{ kind: 'step', data: { month: MONTH, step: 'calculate', results: HASH } }, WRITER],
	published: [{ kind: 'step', data: { month: MONTH, step: 'publish', results: HASH, bulletin } }, WRITER],
	appeals: [{ kind: 'step', data: { month: MONTH, step: 'hear' } }, WRITER],
	signed: [{ kind: 'step', data: { month: MONTH, step: 'sign' } }, WRITER],
	sealed: [{ kind: 'step', data: { month: MONTH, step: 'seal', revision: 1, hash: HASH } }, OFFICE]
};

/** A log whose month stands in a state; `first` comes before all steps, `then` once there is a bulletin. */
async function logOf(
	state: (typeof STATES)[number],
	{ first = [], then = [] }: { first?: [Entry, Actor][]; then?: [Entry, Actor][] }
): Promise<LogEvent[]> {
	const steps = STATES.slice(1, STATES.indexOf(state) + 1).flatMap((at) =>
		at === 'published' ? [STEPS[at]!, ...then] : [STEPS[at]!]
	);
	const events: LogEvent[] = [];
	for (const [entry, by] of [...first, ...steps])
		events.push(await chained(events.at(-1) ?? NO_HEAD, entry, by, '2026-11-04T08:00:00.000Z'));
	return events;
}

const seal = { inputs: [{ sha256: 'f', path: '回访.csv' }] } as unknown as Seal;
const file = {
	sha256: 'f',
	path: '回访.csv',
	dataset: 'callbacks',
	number: 1,
	tally: { rejected: 0 },
	rejects: [],
	aside: [],
	warnings: [],
	how: { warnings: [], header: [] }
} as unknown as WorkFile;
const situation = (events: LogEvent[], state: string): Situation => ({
	events,
	calendar: STATUTORY,
	policies: [policy],
	policyIn: () => policy,
	results: { ...EMPTY_RESULTS, origins: [{ source_file: 1, month: MONTH }] },
	hash: HASH,
	files: state === 'sealed' ? [file] : [],
	unread: [],
	sealed: state === 'sealed' ? new Map([[MONTH, seal]]) : new Map()
});

interface Want {
	/** The intent, given the number of the entry that it is about. */
	intent: (of: number) => Intent;
	first?: [Entry, Actor][];
	then?: [Entry, Actor][];
	/** The kind of the entry that it is about. */
	about?: string;
	today?: string;
}
const step = (name: StepName): Want => ({
	intent: () => ({
		kind: 'step',
		month: MONTH,
		step: name,
		reason: '核实',
		number: '202610-2',
		date: '2026-11-04'
	})
});
const figure = (branch: string): Want => ({
	intent: () => ({
		kind: 'figure',
		data: { month: MONTH, branch, figure: 'callbacks', value: '12', note: '' }
	})
});
const posted: [Entry, Actor] = [
	{ kind: 'ledger', data: { month: MONTH, entry: audit, needsSecond: true } },
	WRITER
];
const appealed: [Entry, Actor] = [
	{
		kind: 'appeal',
		reason: '录音不是本分部',
		data: {
			month: MONTH,
			unitKind: 'branch',
			unit: 'B08',
			line: 'service_skill',
			evidence: '录音',
			proposed: '少一次'
		}
	},
	{ name: '钱经理', role: 'branch_manager', branch: 'B08' }
];
const appeal: Want['intent'] = () => ({
	kind: 'appeal',
	reason: '停电',
	data: {
		month: MONTH,
		unitKind: 'branch',
		unit: 'B08',
		line: 'satisfaction',
		evidence: '通知',
		proposed: '多一次'
	}
});

const handed: [Entry, Actor] = [
	{ kind: 'handed_over', data: { month: MONTH, branch: 'B08', handover: 'h1', on: TODAY, key: 'k' } },
	WRITER
];

const WANTS: Record<string, Want> = {
	calculate: step('calculate'),
	publish: step('publish'),
	revise: step('revise'),
	hear: step('hear'),
	sign: step('sign'),
	unsign: step('unsign'),
	seal: step('seal'),
	reopen: step('reopen'),
	'enter a merit': {
		intent: () => ({
			kind: 'ledger',
			entry: { ...audit, type: 'merit', merit: 'letter', date: '2026-10-05', points: '1' }
		})
	},
	'confirm an entry of another': {
		intent: (of) => ({ kind: 'ledger_confirmed', data: { month: MONTH, of } }),
		first: [posted],
		about: 'ledger'
	},
	'take an entry back': {
		intent: (of) => ({ kind: 'ledger_reversed', month: MONTH, of, reason: '登记错' }),
		first: [posted],
		about: 'ledger'
	},
	'appeal in time': { intent: appeal, today: '2026-11-06' },
	'appeal too late': { intent: appeal },
	'rule on an appeal': {
		intent: (of) => ({
			kind: 'ruling',
			month: MONTH,
			of,
			result: 'refused',
			reason: '不属实',
			numerator: 0,
			denominator: 0
		}),
		then: [appealed],
		about: 'appeal'
	},
	'let an item pass': {
		intent: () => ({ kind: 'waive', reason: '已核实', data: { month: MONTH, item: 'x/1' } })
	},
	'state that none came': { intent: () => ({ kind: 'none', data: { month: MONTH, dataset: 'tickets' } }) },
	'judge a record': { intent: () => ({ kind: 'check', data: judgement('C2') }) },
	'take a judgement back': {
		intent: (of) => ({ kind: 'check_reversed', reason: '按错', data: { month: MONTH, of } }),
		first: [[{ kind: 'check', data: judgement('C1') }, WRITER]],
		about: 'check'
	},
	'report a figure of B08': figure('B08'),
	'report a figure of B09': figure('B09'),
	'enter ratings': {
		intent: () => ({ kind: 'ratings', data: { month: MONTH, role: 'leader', count: 0, entries: [] } })
	},
	'hand the plan of B08 in': { intent: () => plan('B08', 'hand_in') as Intent },
	'hand the plan of B09 in': { intent: () => plan('B09', 'hand_in') as Intent },
	'accept the plan of B08': {
		intent: () => plan('B08', 'accept') as Intent,
		then: [[plan('B08', 'hand_in'), WRITER]]
	},
	'split a prize by hand': {
		intent: () => ({
			kind: 'prize_split',
			reason: '按贡献',
			data: { month: MONTH, period: '2026Q4', award: 'a', branch: 'B08', shares: [] }
		})
	},
	'hand a month over': { intent: () => handed[0] as Intent },
	'acknowledge for B08': {
		intent: () => ({
			kind: 'acknowledged',
			data: {
				...{ month: MONTH, unitKind: 'branch', unit: 'B08', handover: 'h1', reply: 'r1' },
				...{ on: TODAY, agrees: true, comment: '' }
			}
		}),
		first: [handed]
	},
	'delete raw files': { intent: () => ({ kind: 'erase', month: MONTH, reason: '满一年' }) },
	'set a day of the calendar': {
		intent: () => ({ kind: 'calendar', data: { day: '2026-10-09', works: false } })
	},
	'put a version in force': { intent: () => ({ kind: 'policies', reason: '新规', data: { policies: [] } }) },
	'add a word': { intent: () => ({ kind: 'words', data: { words: {} } }) },
	"say that a file isn't needed": {
		intent: () => ({ kind: 'unread_waived', reason: '旧表', data: { path: 'a.xlsx' } })
	}
};

const rows = readFileSync(new URL('./month.md', import.meta.url), 'utf8')
	.split('\n')
	.filter((line) => line.startsWith('| ') && !line.startsWith('| wants'))
	.map((line) =>
		line
			.split('|')
			.slice(1, -1)
			.map((cell) => cell.trim())
	);

describe('who may do what, and when', () => {
	it('is told of every intent', () => {
		const told = rows.map(([wants]) => wants!);
		const [untold, unknown] = [
			Object.keys(WANTS).filter((wants) => !told.includes(wants)),
			told.filter((wants) => !(wants in WANTS))
		];
		expect(untold, 'without a row in month.md').toEqual([]);
		expect(unknown, 'without an entry in WANTS, which says what is wanted').toEqual([]);
	});
	it.each(rows.filter(([name]) => name! in WANTS))('%s', async (name, ...cells) => {
		const { intent, first = [], then = [], about, today = TODAY } = WANTS[name]!;
		for (const [i, state] of STATES.entries()) {
			const events = await logOf(state, { first, then });
			const of = events.find((e) => e.kind === about)?.seq ?? 99;
			const may = (by: Actor | null): boolean =>
				decide(situation(events, state), intent(of), by, today).entry !== undefined;
			const found = ACTORS.filter(([, by]) => may(by)).map(([letter]) => letter);
			expect(`${state}: ${found.join(' ') || '–'}`).toBe(`${state}: ${cells[i]!}`);
			// without a name nothing of it is written
			expect(may(null), state).toBe(false);
			expect(may({ name: '', role: 'hr' }), state).toBe(false);
		}
	});
});
