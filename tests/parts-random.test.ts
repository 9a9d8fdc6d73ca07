import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, STATUTORY } from '../src/lib/calendar/workdays';
import { readSql } from '../src/lib/engine/node';
import { compute } from '../src/lib/engine/run';
import { policyWith } from './support/policy';
import { engine, load } from './support/scored';

/** Facts of the parts, as someone would note them who never saw the SQL. */
interface Facts {
	tickets: {
		id: string;
		branch: string;
		person: string;
		kind: string;
		at: string;
		done: string;
		status: string;
	}[];
	callbacks: {
		id: string;
		branch: string;
		customer: string;
		ticket: string;
		at: string;
		reached: boolean;
		rating: string;
	}[];
	customers: { customer: string; branch: string; kind: string; trigger: string }[];
	logs: { id: string; branch: string; person: string; due: string; done: string; whole: string }[];
	reports: { id: string; branch: string; due: string; done: string; quality: string }[];
}

const BRANCHES = ['B1', 'B2'];
const people = ['P1', 'P2', ''];
const date = fc.integer({ min: 0, max: 60 }).map((n) => addDays('2026-09-01', n));
const moment = fc
	.tuple(date, fc.integer({ min: 0, max: 23 }))
	.map(([d, h]) => `${d} ${String(h).padStart(2, '0')}:00:00`);
const maybe = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | ''> =>
	fc.oneof(arbitrary, fc.constant('' as const));
const some = <T>(make: fc.Arbitrary<T>, max = 25): fc.Arbitrary<T[]> => fc.array(make, { maxLength: max });
const branch = fc.constantFrom(...BRANCHES);
const customer = fc.constantFrom('甲', '乙', '丙', '丁');

const arbitrary: fc.Arbitrary<Facts> = fc.record({
	tickets: some(
		fc.record({
			id: fc.constant(''),
			branch,
			person: fc.constantFrom(...people),
			kind: fc.constantFrom('投诉', '报修'),
			at: moment,
			done: maybe(moment),
			status: fc.constantFrom('', '处理中', '已结案', '作废')
		})
	),
	callbacks: some(
		fc.record({
			id: fc.constant(''),
			branch,
			customer,
			ticket: fc.constantFrom('', ...Array.from({ length: 12 }, (_, i) => `T${String(i)}`)),
			at: moment,
			reached: fc.boolean(),
			rating: fc.constantFrom('', '满意', '不满意')
		})
	),
	customers: some(
		fc.record({ customer, branch, kind: fc.constantFrom('已购客户', '热线客户'), trigger: date }),
		12
	),
	logs: some(
		fc.record({
			id: fc.constant(''),
			branch,
			person: fc.constantFrom(...people),
			due: maybe(moment),
			done: maybe(moment),
			whole: fc.constantFrom('', '是', '否')
		})
	),
	reports: some(
		fc.record({
			id: fc.constant(''),
			branch,
			due: moment,
			done: maybe(moment),
			quality: fc.constantFrom('', '80', '91.5')
		}),
		12
	)
});

/** A fact set whose records have numbers of their own, and times in order. */
const numbered = (facts: Facts): Facts => ({
	tickets: facts.tickets.map((t, i) => ({ ...t, id: `T${String(i)}`, done: t.done < t.at ? '' : t.done })),
	callbacks: facts.callbacks.map((c, i) => ({ ...c, id: `C${String(i)}` })),
	customers: [...new Map(facts.customers.map((c) => [JSON.stringify(c), c])).values()],
	logs: facts.logs.map((l, i) => ({ ...l, id: `L${String(i)}` })),
	reports: facts.reports.map((r, i) => ({ ...r, id: `R${String(i)}` }))
});
const month = (at: string): string => at.slice(0, 7);

type Counts = Map<string, [number, number]>;
/** The measures by plain counting: [numerator, denominator] by measure, month and unit. */
function counted(facts: Facts): Counts {
	const counts: Counts = new Map();
	const add = (measure: string, at: string, units: string[], good: number | boolean, whole = 1): void => {
		for (const unit of units.filter(Boolean)) {
			const key = `${measure} ${month(at)} ${unit}`;
			const [n, d] = counts.get(key) ?? [0, 0];
			counts.set(key, [n + Number(good), d + whole]);
		}
	};
	for (const t of facts.tickets) {
		if (t.status === '作废') continue;
		add('ticket_completion', t.at, [t.branch, t.person], t.done !== '' || t.status === '已结案');
		if (t.kind !== '投诉') continue;
		const asked = facts.callbacks
			.filter((c) => c.ticket === t.id && c.reached && c.at >= (t.done || t.at))
			.sort((a, b) => (a.at < b.at ? -1 : 1));
		// answers at one moment have no order; such sets are left out where they are made
		const last = asked.filter((c) => c.rating !== '').at(-1);
		add('complaint_named', t.at, [t.branch, t.person], t.person !== '');
		add('complaint_closed', t.at, [t.branch, t.person], last?.rating === '满意');
	}
	const classes = new Map<string, [number, number]>();
	for (const c of facts.customers) {
		let due = addDays(c.trigger, 7);
		while (!STATUTORY.isWorkday(due)) due = addDays(due, 1);
		const calls = facts.callbacks
			.filter((b) => b.reached && b.branch === c.branch && b.customer === c.customer && b.at >= c.trigger)
			.map((b) => b.at)
			.sort();
		const done = calls.length > 0 && calls[0]!.slice(0, 10) <= due;
		add('callback_on_time', due, [c.branch], done);
		const key = `${month(due)} ${c.branch} ${c.kind}`;
		const [n, d] = classes.get(key) ?? [0, 0];
		classes.set(key, [n + Number(done), d + 1]);
	}
	for (const [key, [n, d]] of classes) {
		const [at, unit] = key.split(' ') as [string, string];
		add('callback_bands', at, [unit], Math.floor(((1 - n / d) * 100 + 1e-9) / 5));
	}
	for (const l of facts.logs) {
		const at = l.due || l.done;
		if (at === '') continue;
		if (l.due !== '') add('log_on_time', at, [l.branch, l.person], l.done !== '' && l.done <= l.due);
		if (l.whole !== '') add('log_complete', at, [l.branch, l.person], l.whole === '是');
	}
	for (const r of facts.reports) {
		add('report_on_time', r.due, [r.branch], r.done !== '' && r.done <= r.due);
		if (r.quality !== '') add('report_quality', r.due, [r.branch], Number(r.quality));
	}
	return counts;
}

const csv = (header: string, rows: string[][]): string =>
	[header, ...rows.map((r) => r.join(','))].join('\n') + '\n';
const files = (f: Facts) =>
	Object.entries({
		tickets: csv(
			'ticket,branch,person,kind,received_at,resolved_at,status',
			f.tickets.map((t) => [t.id, t.branch, t.person, t.kind, t.at, t.done, t.status])
		),
		callbacks: csv(
			'callback,branch,person,customer,ticket,called_at,result,satisfaction',
			f.callbacks.map((c) => [
				c.id,
				c.branch,
				'P1',
				c.customer,
				c.ticket,
				c.at,
				c.reached ? '已完成' : '未接通',
				c.rating
			])
		),
		customers: csv(
			'customer,branch,class,trigger_on',
			f.customers.map((c) => [c.customer, c.branch, c.kind, c.trigger])
		),
		logs: csv(
			'log,kind,branch,person,due_at,done_at,complete',
			f.logs.map((l) => [l.id, '巡查', l.branch, l.person, l.due, l.done, l.whole])
		),
		reports: csv(
			'report,branch,due_at,submitted_at,quality',
			f.reports.map((r) => [r.id, r.branch, r.due, r.done, r.quality])
		)
	}).map(([name, text]) => ({ path: `${name}.csv`, bytes: new TextEncoder().encode(text) }));

const MEASURED = [
	'ticket_completion',
	'complaint_named',
	'complaint_closed',
	'callback_on_time',
	'callback_bands',
	'log_on_time',
	'log_complete',
	'report_on_time',
	'report_quality'
];

describe('the measures of the parts', () => {
	it('are what plain counting gives, for random facts', async () => {
		const db = await engine();
		for (const given of fc.sample(arbitrary, { numRuns: 40, seed: 11 })) {
			const facts = numbered(given);
			const moments = facts.callbacks.map((c) => `${c.ticket} ${c.at}`);
			if (new Set(moments).size < moments.length)
				facts.callbacks = facts.callbacks.filter((_, i) => moments.indexOf(moments[i]!) === i);
			await load(files(facts), [policyWith()]);
			await compute(db, readSql);
			const rows = await db.rows(
				`select measure, month, unit, numerator::double / coalesce(per, 1) as n, denominator::double / coalesce(per, 1) as d from measures.every where measure in (${MEASURED.map((m) => `'${m}'`).join(', ')})`
			);
			const found = new Map(
				rows.map((r) => [
					`${String(r['measure'])} ${String(r['month'])} ${String(r['unit'])}`,
					[Number(r['n']), Number(r['d'])]
				])
			);
			const expected = counted(facts);
			expect(Object.fromEntries([...found].sort())).toEqual(Object.fromEntries([...expected].sort()));
		}
	}, 120_000);
});
