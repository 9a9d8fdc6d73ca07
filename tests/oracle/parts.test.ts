import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, STATUTORY } from '../../src/lib/calendar/workdays';
import { partsOf, type Parts } from '../../src/lib/policy/parts';
import { policyWith } from '../support/policy';
import { randomSets } from '../support/random-sets';
import { computed, engine, load } from '../support/scored';

/** Facts of the parts, as someone would note them who never saw the SQL. */
interface Facts {
	tickets: {
		id: string;
		branch: string;
		person: string;
		kind: string;
		at: string;
		done: string;
		due: string;
		status: string;
	}[];
	callbacks: {
		id: string;
		branch: string;
		customer: string;
		ticket: string;
		at: string;
		reached: boolean;
		kind: string;
		trigger: string;
		rating: string;
		severe: string;
		reported: string;
	}[];
	fees: {
		id: string;
		branch: string;
		unit: string;
		item: string;
		month: string;
		due: number;
		waived: number;
		paid: number;
		reason: string;
	}[];
	receipts: { id: string; group: string; date: string; amount: number }[];
	checks: { id: string; branch: string; person: string; at: string; subject: string; passed: boolean }[];
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

/** How the callbacks of an export name what they answer: not at all, the class, or class and trigger. */
type Naming = 'nothing' | 'class' | 'trigger';

/** Names in each call what the export's naming says; which one is told by its number. */
const named = (facts: Facts, naming: Naming): Facts => ({
	...facts,
	callbacks: facts.callbacks.map((c, i) => {
		const meant = facts.customers[i % Math.max(facts.customers.length, 1)];
		return {
			...c,
			kind: naming === 'nothing' ? '' : (meant?.kind ?? '其他'),
			trigger: naming === 'trigger' && i % 2 === 0 ? (meant?.trigger ?? '') : ''
		};
	})
});

const arbitrary: fc.Arbitrary<Facts> = fc.record({
	tickets: some(
		fc.record({
			id: fc.constant(''),
			branch,
			person: fc.constantFrom(...people),
			kind: fc.constantFrom('投诉', '报修'),
			at: moment,
			done: maybe(moment),
			due: maybe(moment),
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
			kind: fc.constant(''),
			trigger: fc.constant(''),
			rating: fc.constantFrom('', '满意', '不满意'),
			severe: fc.constantFrom('', '', '是', '否'),
			reported: maybe(moment)
		})
	),
	fees: some(
		fc.record({
			id: fc.constant(''),
			branch,
			unit: fc.constantFrom('1-1', '1-2', '2-1'),
			item: fc.constantFrom('物业费', '水费'),
			month: fc.constantFrom('2026-09', '2026-10'),
			due: fc.constantFrom(100, 200.5, 0, -100),
			waived: fc.constantFrom(0, 0, 10),
			paid: fc.constantFrom(0, 0, 50, 90, 100, 200.5),
			reason: fc.constantFrom('', '未装修', '入住')
		})
	),
	receipts: some(
		fc.record({
			id: fc.constant(''),
			group: fc.constantFrom('甲组', '乙组'),
			date,
			amount: fc.constantFrom(100, 0.5, -30)
		})
	),
	checks: some(
		fc.record({
			id: fc.constant(''),
			branch,
			person: fc.constantFrom(...people),
			at: moment,
			subject: fc.constantFrom('资料完整性', '回访礼仪'),
			passed: fc.boolean()
		})
	),
	customers: some(
		fc.record({
			customer,
			branch,
			kind: fc.constantFrom<string>('已购客户', '热线客户', '其他'),
			trigger: date
		}),
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
	fees: facts.fees.map((f, i) => ({ ...f, id: `F${String(i)}` })),
	receipts: facts.receipts.map((r, i) => ({ ...r, id: `R${String(i)}` })),
	checks: facts.checks.map((c, i) => ({ ...c, id: `K${String(i)}` })),
	customers: [...new Map(facts.customers.map((c) => [JSON.stringify(c), c])).values()],
	logs: facts.logs.map((l, i) => ({ ...l, id: `L${String(i)}` })),
	reports: facts.reports.map((r, i) => ({ ...r, id: `R${String(i)}` }))
});
const month = (at: string): string => at.slice(0, 7);

const CLASSES: Record<string, string> = { 已购客户: 'product', 热线客户: 'hotline', 其他: 'other' };

const CUT_OFF: Record<string, string> = { '2026-09': '2026-10-06', '2026-10': '2026-11-06' };

type Counts = Map<string, [number, number]>;
type Add = (measure: string, at: string, units: string[], good: number | boolean, whole?: number) => void;

/** The collection rate, home by home: what is set off within an item and period is no debt. */
function collection({ fees }: Facts, parts: Parts, add: Add): void {
	const { denominator, exempt } = parts.fee_rate;
	const reasons: Record<string, string> = { 未装修: 'not_fitted_out', 入住: 'lived_in' };
	for (const home of new Set(fees.map((f) => `${f.month} ${f.branch} ${f.unit}`))) {
		const [at, unit] = home.split(' ') as [string, string];
		const own = fees.filter((f) => `${f.month} ${f.branch} ${f.unit}` === home);
		const owes = own.some((f) => {
			const same = own.filter((o) => o.item === f.item);
			// a reversal, or more paid than was due, is set off against the other bills of the item
			const offset = same.some((o) => o.due - o.waived < 0 || o.paid > o.due - o.waived);
			if (same.length > 1 && offset) return same.reduce((s, o) => s + o.due - o.waived - o.paid, 0) > 1e-9;
			return f.paid < f.due - f.waived;
		});
		const spared = own.some((f) => f.paid === 0 && exempt.includes(reasons[f.reason] ?? ''));
		if (denominator === 'amount')
			for (const f of own) add('fee_collection', at, [unit], f.paid, f.due - f.waived);
		else if (denominator === 'all_homes') add('fee_collection', at, [unit], !owes);
		else add('fee_collection', at, [unit], !owes && !spared, spared ? 0 : 1);
	}
}

/** When each customer's trigger was answered: calls come in one after the other, those that name a trigger first, and each answers the oldest that waits for one. */
function answers({ customers, callbacks }: Facts, parts: Parts): Map<Facts['customers'][0], string> {
	const { earliest = 0 } = parts.callback_due;
	const waiting = [...customers].sort((a, b) => (a.trigger < b.trigger ? -1 : 1));
	const found = new Map<Facts['customers'][0], string>();
	const inTime = callbacks.filter((b) => b.reached).sort((a, b) => (a.at < b.at ? -1 : 1));
	// what names its trigger comes before what doesn't
	const calls = [...inTime.filter((c) => c.trigger !== ''), ...inTime.filter((c) => c.trigger === '')];
	for (const call of calls) {
		const oldest = waiting.find(
			(c) =>
				!found.has(c) &&
				c.branch === call.branch &&
				c.customer === call.customer &&
				(call.kind === '' || call.kind === c.kind) &&
				(call.trigger === '' || call.trigger === c.trigger) &&
				call.at >= addDays(c.trigger, earliest)
		);
		if (oldest) found.set(oldest, call.at);
	}
	return found;
}

/** The measures by plain counting: [numerator, denominator] by measure, month and unit. */
function counted(facts: Facts, parts: Parts): Counts {
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
		// neither done nor due by the fifth of the next month: left out
		const cutOff = CUT_OFF[month(t.at)]!;
		if (t.due !== '' && (t.due < cutOff || (t.done !== '' && t.done < cutOff)))
			add('ticket_in_time', t.at, [t.branch, t.person], t.done !== '' && t.done <= t.due);
		if (t.kind !== '投诉') continue;
		const asked = facts.callbacks
			.filter((c) => c.ticket === t.id && c.reached && c.at >= (t.done || t.at))
			.sort((a, b) => (a.at < b.at ? -1 : 1));
		// answers at one moment have no order; such sets are left out where they are made
		const last = asked.filter((c) => c.rating !== '').at(-1);
		add('complaint_named', t.at, [t.branch, t.person], t.person !== '');
		add('complaint_closed', t.at, [t.branch, t.person], t.done !== '' && last?.rating === '满意');
	}
	const classes = new Map<string, [number, number]>();
	const answered = answers(facts, parts);
	for (const c of facts.customers) {
		const { days, grace, moved, flexible = [] } = parts.callback_due;
		let due = addDays(c.trigger, days);
		while (moved && !STATUTORY.isWorkday(due)) due = addDays(due, 1);
		const call = answered.get(c);
		const free = flexible.includes(CLASSES[c.kind]!);
		const done = call !== undefined && (free || call.slice(0, 10) <= addDays(due, grace));
		add('callback_on_time', due, [c.branch], done);
		const key = `${month(due)} ${c.branch} ${c.kind}`;
		const [n, d] = classes.get(key) ?? [0, 0];
		classes.set(key, [n + Number(done), d + 1]);
	}
	for (const [key, [n, d]] of classes) {
		const [at, unit] = key.split(' ') as [string, string];
		const { standard, width, count } = parts.callback_band;
		const below = Math.max(0, (Number(standard) - (100 * n) / d) / Number(width));
		add('callback_bands', at, [unit], count === 'ceil' ? Math.ceil(below - 1e-9) : Math.floor(below + 1e-9));
	}
	for (const l of facts.logs) {
		const at = l.due || l.done;
		if (at === '') continue;
		if (l.due !== '') add('log_on_time', at, [l.branch, l.person], l.done !== '' && l.done <= l.due);
		if (l.whole !== '') add('log_complete', at, [l.branch, l.person], l.whole === '是');
	}
	for (const c of facts.callbacks)
		if (c.severe === '是')
			add(
				'severe_reported',
				c.at,
				[c.branch, 'P1'],
				c.reported.slice(0, 10) >= c.at.slice(0, 10) &&
					Date.parse(c.reported) - Date.parse(c.at) <= parts.severe.hours * 3600_000
			);
	for (const r of facts.receipts) add('receipt_amount', r.date, [r.group], r.amount, 0);
	for (const key of new Set(facts.receipts.map((r) => `receipt_amount ${month(r.date)} ${r.group}`)))
		counts.get(key)![1] = 1;
	for (const k of facts.checks)
		if (k.subject === '资料完整性') add('records_complete', k.at, [k.branch, k.person], k.passed);
	collection(facts, parts, add);
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
			'ticket,branch,person,kind,received_at,resolved_at,due_at,status',
			f.tickets.map((t) => [t.id, t.branch, t.person, t.kind, t.at, t.done, t.due, t.status])
		),
		callbacks: csv(
			'callback,branch,person,customer,class,trigger_on,ticket,called_at,result,satisfaction,severe,reported_at',
			f.callbacks.map((c) => [
				c.id,
				c.branch,
				'P1',
				c.customer,
				c.kind,
				c.trigger,
				c.ticket,
				c.at,
				c.reached ? '已完成' : '未接通',
				c.rating,
				c.severe,
				c.reported
			])
		),
		fees: csv(
			'bill,branch,unit,item,period,due_amount,waived_amount,paid_amount,reason',
			f.fees.map((x) => [
				x.id,
				x.branch,
				x.unit,
				x.item,
				x.month,
				String(x.due),
				String(x.waived),
				String(x.paid),
				x.reason
			])
		),
		receipts: csv(
			'receipt,date,group,person,amount',
			f.receipts.map((r) => [r.id, r.date, r.group, '', String(r.amount)])
		),
		spot_checks: csv(
			'check,branch,person,checked_at,subject,passed',
			f.checks.map((k) => [k.id, k.branch, k.person, k.at, k.subject, k.passed ? '合格' : '不合格'])
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
	'report_quality',
	'ticket_in_time',
	'severe_reported',
	'receipt_amount',
	'records_complete',
	'fee_collection'
];

/** Rules of the parts as head office may set them. */
const arbitraryParts: fc.Arbitrary<Parts> = fc
	.record({
		days: fc.integer({ min: 0, max: 12 }),
		grace: fc.integer({ min: 0, max: 3 }),
		moved: fc.boolean(),
		earliest: fc.integer({ min: 0, max: 2 }),
		flexible: fc.constantFrom([], ['other'], ['other', 'hotline']),
		standard: fc.constantFrom('100', '95', '80'),
		width: fc.constantFrom('5', '10', '2.5'),
		count: fc.constantFrom('floor' as const, 'ceil' as const),
		hours: fc.integer({ min: 1, max: 72 }),
		denominator: fc.constantFrom('amount' as const, 'all_homes' as const, 'eligible_homes' as const),
		exempt: fc.constantFrom([], ['not_fitted_out'], ['not_fitted_out', 'lived_in'])
	})
	.map((r) => {
		const parts = structuredClone(partsOf(policyWith()));
		const { days, grace, moved, earliest, flexible, standard, width, count, hours } = r;
		Object.assign(parts.callback_due, { days, grace, moved, earliest, flexible });
		Object.assign(parts.callback_band, { standard, width, count });
		Object.assign(parts.severe, { hours });
		Object.assign(parts.fee_rate, { denominator: r.denominator, exempt: r.exempt });
		return parts;
	});

describe('the measures of the parts', () => {
	it('are what plain counting gives, for random facts under random rules of the parts', async () => {
		const db = await engine();
		const namings = fc.constantFrom<Naming>('nothing', 'class', 'trigger');
		const sets = fc.sample(fc.tuple(arbitrary, arbitraryParts, namings), {
			numRuns: randomSets(60),
			seed: 11
		});
		for (const [given, parts, naming] of sets) {
			const facts = named(numbered(given), naming);
			const moments = facts.callbacks.map((c) => `${c.ticket} ${c.at}`);
			if (new Set(moments).size < moments.length)
				facts.callbacks = facts.callbacks.filter((_, i) => moments.indexOf(moments[i]!) === i);
			const policy = { ...policyWith(), parts };
			await load(files(facts), [policy]);
			await computed(db, ['from measures.every']);
			const rows = await db.rows(
				`select measure, month, unit, numerator::double / coalesce(per, 1) as n, denominator::double / coalesce(per, 1) as d from measures.every where measure in (${MEASURED.map((m) => `'${m}'`).join(', ')})`
			);
			const found = new Map(
				rows.map((r) => [
					`${String(r['measure'])} ${String(r['month'])} ${String(r['unit'])}`,
					[Number(r['n']), Number(r['d'])]
				])
			);
			const expected = counted(facts, parts);
			expect(Object.fromEntries([...found].sort())).toEqual(Object.fromEntries([...expected].sort()));
		}
	});
});
