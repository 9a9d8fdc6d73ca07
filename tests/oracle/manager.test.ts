import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, STATUTORY } from '../../src/lib/calendar/workdays';
import type { Policy } from '../../src/lib/policy/schema';
import { policyWith } from '../support/policy';
import { randomSets } from '../support/random-sets';
import { computed, engine, load } from '../support/scored';

const date = fc.integer({ min: 0, max: 60 }).map((n) => addDays('2026-09-01', n));
const moment = fc
	.tuple(date, fc.integer({ min: 0, max: 23 }))
	.map(([d, h]) => `${d} ${String(h).padStart(2, '0')}:00:00`);
const maybe = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | ''> =>
	fc.oneof(arbitrary, fc.constant('' as const));
const some = <T>(make: fc.Arbitrary<T>, max = 30): fc.Arbitrary<T[]> => fc.array(make, { maxLength: max });
const branch = fc.constantFrom<string>('B1', 'B2');
const person = fc.constantFrom<string>('P1', 'P2', '');
const flag = fc.constantFrom('', '是', '否');
const MONTHS = ['2026-09', '2026-10'] as const;

/** Facts of the call-centre manager's lines, as someone would note them who never saw the SQL. */
const arbitrary = fc.record({
	calls: some(
		fc.record({
			branch,
			person,
			at: moment,
			caller: fc.constantFrom('', '138', '139'),
			subject: fc.constantFrom('', '缴费'),
			connected: flag,
			first: flag,
			back: flag
		})
	),
	opinions: some(
		fc.record({
			branch,
			person,
			kind: fc.constantFrom<string>('建议', '建议', '投诉', '报修', '咨询'),
			at: moment,
			replied: maybe(moment),
			resolved: maybe(moment),
			status: fc.constantFrom<string>('', '作废')
		})
	),
	plans: fc.uniqueArray(
		fc.record({
			month: fc.constantFrom(...MONTHS),
			branch,
			item: fc.constantFrom('一', '二', '三'),
			kind: fc.constantFrom('业务', '预算', '调研', '改进', '培训'),
			planned: fc.constantFrom(0, 4, 10.5, 100),
			actual: fc.constantFrom(0, 3, 10.5, 120)
		}),
		{ maxLength: 20, selector: (p) => `${p.month} ${p.branch} ${p.item} ${p.kind}` }
	),
	sheets: fc.uniqueArray(
		fc.record({
			month: fc.constantFrom(...MONTHS),
			branch,
			person: fc.constantFrom('P1', 'P2'),
			role: fc.constantFrom('小组', '上级', '本人'),
			rater: fc.constantFrom('工程部', '保安部'),
			score: fc.constantFrom(0, 60, 85.5, 100)
		}),
		{ maxLength: 16, selector: (r) => `${r.month} ${r.branch} ${r.person} ${r.role} ${r.rater}` }
	)
});
type Facts = typeof arbitrary extends fc.Arbitrary<infer F> ? F : never;

/** Readings of the manager's lines as head office may choose them. */
const readings = fc.record({
	items: fc.constantFrom('suggestions', 'with_complaints'),
	standard: fc.constantFrom('hours', 'working_days'),
	amount: fc.integer({ min: 1, max: 48 }),
	start: fc.constantFrom('received', 'accepted'),
	end: fc.constantFrom('first_reply', 'closed'),
	first: fc.constantFrom('within_window', 'flags'),
	window: fc.integer({ min: 1, max: 20 })
});
type Readings = typeof readings extends fc.Arbitrary<infer R> ? R : never;

function policyOf(r: Readings): Policy {
	const policy = policyWith({
		feedback_items: r.items,
		feedback_standard: r.standard,
		feedback_start: r.start,
		feedback_end: r.end,
		first_call: r.first
	});
	const { feedback_standard, first_call } = policy.readings;
	feedback_standard!.alternatives[r.standard]!.amount =
		r.standard === 'hours' ? r.amount : 1 + (r.amount % 5);
	first_call!.alternatives['within_window']!.amount = r.window;
	return policy;
}

const millis = (at: string): number => Date.parse(`${at.replace(' ', 'T')}Z`);

/** The last moment of an answer in time. */
function dueAt(begun: string, r: Readings): number {
	if (r.standard === 'hours') return millis(begun) + r.amount * 3600_000;
	let day = begun.slice(0, 10);
	for (let left = 1 + (r.amount % 5); left > 0;) {
		day = addDays(day, 1);
		if (STATUTORY.isWorkday(day)) left--;
	}
	return millis(day + begun.slice(10));
}

type Counts = Map<string, [number, number]>;

/** The manager's measures by plain counting: [numerator, denominator] by measure, month and unit. */
function counted(facts: Facts, r: Readings): Counts {
	const counts: Counts = new Map();
	const add = (measure: string, month: string, units: string[], good: number, whole: number): void => {
		for (const unit of units.filter(Boolean)) {
			const key = `${measure} ${month} ${unit}`;
			const [n, d] = counts.get(key) ?? [0, 0];
			counts.set(key, [n + good, d + whole]);
		}
	};
	for (const [i, call] of facts.calls.entries()) {
		const units = [call.branch, call.person];
		add('call_volume', call.at.slice(0, 7), units, 1, 1);
		if (call.connected === '否') continue;
		const again =
			r.first === 'within_window' &&
			call.caller !== '' &&
			facts.calls.some(
				(o, j) =>
					j !== i &&
					o.connected !== '否' &&
					o.branch === call.branch &&
					o.caller === call.caller &&
					o.subject === call.subject &&
					millis(o.at) - millis(call.at) <= r.window * 86400_000 &&
					// calls of one moment stand in the order of the file
					(o.at > call.at || (o.at === call.at && j > i))
			);
		const settled = call.first !== '否' && call.back !== '是' && !again;
		add('first_call_resolution', call.at.slice(0, 7), units, Number(settled), 1);
	}
	for (const o of facts.opinions) {
		if (o.status === '作废') continue;
		if (o.kind !== '建议' && !(o.kind === '投诉' && r.items === 'with_complaints')) continue;
		const begun = r.start === 'accepted' ? o.replied || o.at : o.at;
		const ended = r.end === 'closed' ? o.resolved : o.replied || o.resolved;
		const due = dueAt(begun, r);
		const month = o.at.slice(0, 7);
		const cutOff = millis(`${month === '2026-09' ? '2026-10' : '2026-11'}-06 00:00:00`);
		if (ended === '' && due >= cutOff) continue;
		add('feedback_in_time', month, [o.branch, o.person], Number(ended !== '' && millis(ended) <= due), 1);
	}
	const kinds: Record<string, string> = {
		业务: 'plan_completion',
		预算: 'budget_control',
		调研: 'survey_completion',
		改进: 'process_improvement'
	};
	for (const p of facts.plans)
		if (kinds[p.kind]) add(kinds[p.kind]!, p.month, [p.branch], p.actual, p.planned);
	for (const s of facts.sheets)
		if (s.role === '小组') add('cooperation', s.month, [s.branch, s.person], s.score, 1);
	return counts;
}

const file = (name: string, header: string, rows: (string | number)[][]) => ({
	path: `${name}.csv`,
	bytes: new TextEncoder().encode([header, ...rows.map((r) => r.join(','))].join('\n') + '\n')
});
const number = (letter: string, i: number): string => `${letter}${String(i).padStart(3, '0')}`;
const files = (f: Facts) => [
	file(
		'calls',
		'call,branch,person,started_at,caller,subject,connected,resolved_first,called_back',
		f.calls.map((c, i) => [
			number('C', i),
			c.branch,
			c.person,
			c.at,
			c.caller,
			c.subject,
			c.connected,
			c.first,
			c.back
		])
	),
	file(
		'tickets',
		'ticket,branch,person,kind,received_at,replied_at,resolved_at,status',
		f.opinions.map((o, i) => [
			number('T', i),
			o.branch,
			o.person,
			o.kind,
			o.at,
			o.replied,
			o.resolved,
			o.status
		])
	),
	file(
		'plans',
		'month,branch,item,kind,planned,actual',
		f.plans.map((p) => [p.month, p.branch, p.item, p.kind, p.planned, p.actual])
	),
	file(
		'ratings',
		'month,branch,person,role,rater,score',
		f.sheets.map((s) => [s.month, s.branch, s.person, s.role, s.rater, s.score])
	)
];

/** Replies and ends come after what they answer, intake rejects others; an inquiry makes each month one that is scored. */
const ordered = (facts: Facts): Facts => ({
	...facts,
	opinions: [
		...facts.opinions.map((o) => ({
			...o,
			replied: o.replied < o.at ? '' : o.replied,
			resolved: o.resolved < o.at ? '' : o.resolved
		})),
		...MONTHS.map((month) => ({
			branch: 'B1',
			person: '',
			kind: '咨询',
			at: `${month}-01 09:00:00`,
			replied: '',
			resolved: '',
			status: ''
		}))
	]
});

const MEASURED = [
	'call_volume',
	'first_call_resolution',
	'feedback_in_time',
	'plan_completion',
	'budget_control',
	'survey_completion',
	'process_improvement',
	'cooperation'
];

describe('the measures of the call-centre manager', () => {
	it('are what plain counting gives, for random facts under random readings', async () => {
		const db = await engine();
		const told = new Set<string>();
		for (const [given, choices] of fc.sample(fc.tuple(arbitrary, readings), {
			numRuns: randomSets(30),
			seed: 5
		})) {
			const facts = ordered(given);
			for (const { path, rejects } of await load(files(facts), [policyOf(choices)]))
				expect(rejects, path).toEqual([]);
			await computed(db, ['from measures.every']);
			const rows = await db.rows(
				`select measure, month, unit, numerator::double / coalesce(per, 1) as n, denominator::double / coalesce(per, 1) as d
				from measures.every where measure in (${MEASURED.map((m) => `'${m}'`).join(', ')})`
			);
			const found = rows.map((r): [string, number[]] => {
				told.add(String(r['measure']));
				return [
					`${String(r['measure'])} ${String(r['month'])} ${String(r['unit'])}`,
					[Number(r['n']), Number(r['d'])]
				];
			});
			expect(Object.fromEntries(found.sort()), JSON.stringify(choices)).toEqual(
				Object.fromEntries([...counted(facts, choices)].sort())
			);
		}
		expect([...told].sort()).toEqual([...MEASURED].sort());
	});
});
