import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, STATUTORY } from '../../src/lib/calendar/workdays';
import { partsOf } from '../../src/lib/policy/parts';
import type { Policy } from '../../src/lib/policy/schema';
import { policyWith } from '../support/policy';
import { randomSets } from '../support/random-sets';
import { computed, engine, load } from '../support/scored';

/** Everything happens at whole or half hours, so that time can be counted one half hour after the other. */
const STEP = 1_800_000;
const millis = (at: string): number => Date.parse(`${at.replace(' ', 'T')}Z`);
const REASONS: Record<string, string> = {
	等待客户: 'waiting_customer',
	待料: 'waiting_parts',
	待审批: 'approval',
	'': 'unnamed'
};
const BRANCHES = ['B1', 'B2'];
/** Where complaints have hours, everything else counts by the month's end. */
const CUT_OFF: Record<string, string> = {
	'2026-09': '2026-10-01 00:00:00',
	'2026-10': '2026-11-01 00:00:00'
};

interface Ticket {
	id: string;
	branch: string;
	kind: string;
	at: string;
	done: string;
	due: string;
	held: string;
	resumed: string;
	why: string;
}
interface Hold {
	ticket: string;
	from: string;
	to: string;
	why: string;
}

const moment = fc
	.tuple(fc.integer({ min: 0, max: 45 }), fc.integer({ min: 0, max: 47 }))
	.map(
		([day, half]) =>
			`${addDays('2026-09-07', day)} ${String(half >> 1).padStart(2, '0')}:${half % 2 ? '30' : '00'}:00`
	);
const later = (at: string, halves: number): string =>
	new Date(millis(at) + halves * STEP).toISOString().slice(0, 19).replace('T', ' ');
const after = fc.option(fc.integer({ min: 0, max: 400 }), { nil: null });
const ending = (at: string, halves: number | null): string => (halves === null ? '' : later(at, halves));
const why = fc.constantFrom(...Object.keys(REASONS));

const tickets: fc.Arbitrary<Ticket[]> = fc
	.array(
		fc
			.record({
				branch: fc.constantFrom(...BRANCHES),
				kind: fc.constantFrom('投诉', '报修', '建议'),
				at: moment,
				done: after,
				due: fc.option(fc.integer({ min: -4, max: 200 }), { nil: null }),
				held: fc.option(fc.integer({ min: -8, max: 150 }), { nil: null, freq: 2 }),
				resumed: after,
				why
			})
			.map(({ at, done, due, held, resumed, ...rest }) => ({
				...rest,
				id: '',
				at,
				done: ending(at, done),
				due: ending(at, due),
				held: ending(at, held),
				resumed: held === null ? '' : ending(ending(at, held), resumed)
			})),
		{ minLength: 1, maxLength: 14 }
	)
	.map((all) => all.map((ticket, i) => ({ ...ticket, id: `T${String(i)}` })));
const holds: fc.Arbitrary<Hold[]> = fc.array(
	fc
		.record({ ticket: fc.integer({ min: 0, max: 15 }), from: moment, to: after, why })
		.map(({ ticket, from, to, ...rest }) => ({
			...rest,
			ticket: `T${String(ticket)}`,
			from,
			to: ending(from, to)
		})),
	{ maxLength: 12 }
);
const how = fc.constantFrom('clock' as const, 'working_hours' as const, 'working_days' as const);
const day = fc.constantFrom('working' as const, 'every' as const);
const hours = fc.constantFrom(['08:30', '17:30'], ['09:00', '18:00'], ['00:00', '24:00'], ['22:00', '23:30']);
const policies: fc.Arbitrary<Policy> = fc
	.record({
		tickets: how,
		complaints: how,
		severe: how,
		severeHours: fc.integer({ min: 1, max: 60 }),
		logs: how,
		reports: how,
		standard: fc.constantFrom('hours', 'working_hours', 'working_days'),
		amount: fc.integer({ min: 0, max: 60 }),
		stops: fc.subarray(Object.values(REASONS)),
		company: fc.tuple(hours, day),
		own: fc.option(fc.tuple(hours, day))
	})
	.map(
		({
			tickets: t,
			complaints,
			severe,
			severeHours,
			logs,
			reports,
			standard,
			amount,
			stops,
			company,
			own
		}) => {
			const policy = policyWith({ complaint_cutoff: 'within_hours', feedback_standard: standard });
			policy.readings['complaint_cutoff']!.alternatives['within_hours']!.amount = amount;
			policy.readings['feedback_standard']!.alternatives[standard]!.amount =
				standard === 'working_days' ? amount % 5 : amount;
			const hoursOf = ([[opens, closes], on]: [readonly string[], 'working' | 'every']) => ({
				opens: opens!,
				closes: closes!,
				on
			});
			policy.parts = {
				...partsOf(policy),
				severe: { hours: severeHours, clause: 'L243' },
				clocks: {
					tickets: t,
					complaints,
					severe,
					logs,
					reports,
					stops: stops,
					office_hours: [hoursOf(company), ...(own ? [{ branch: 'B2', ...hoursOf(own) }] : [])],
					clause: 'own rule'
				}
			};
			return policy;
		}
	);

/** Milliseconds that a clock runs from one moment to a later one (else those back, below zero), one half hour after the other; none while a hold lasts. */
function elapsed(
	policy: Policy,
	clock: string,
	branch: string,
	from: string,
	to: string,
	held: Hold[]
): number {
	if (millis(to) < millis(from)) return -elapsed(policy, clock, branch, to, from, held);
	const { office_hours: all, stops } = policy.parts!.clocks!;
	const own = all.find((h) => h.branch === branch) ?? all.find((h) => h.branch === undefined)!;
	const stopped = held.filter((h) => stops.includes(REASONS[h.why]!));
	let sum = 0;
	for (let at = millis(from); at < millis(to); at += STEP) {
		const text = new Date(at).toISOString();
		const [date, time] = [text.slice(0, 10), text.slice(11, 16)];
		const isOpen =
			clock === 'clock' ||
			(clock === 'working_days'
				? STATUTORY.isWorkday(date)
				: (own.on === 'every' || STATUTORY.isWorkday(date)) && time >= own.opens && time < own.closes);
		const isHeld = stopped.some((h) => millis(h.from) <= at && (h.to === '' || at < millis(h.to)));
		if (isOpen && !isHeld) sum += STEP;
	}
	return sum;
}

/** The measures by counting: [numerator, denominator] by measure, month and branch. */
function counted(policy: Policy, all: Ticket[], apart: Hold[]): Record<string, [number, number]> {
	const counts: Record<string, [number, number]> = {};
	const add = (measure: string, { at, branch }: Ticket, good: boolean): void => {
		const [n, d] = (counts[`${measure} ${at.slice(0, 7)} ${branch}`] ??= [0, 0]);
		counts[`${measure} ${at.slice(0, 7)} ${branch}`] = [n + Number(good), d + 1];
	};
	const { tickets: clock, complaints, severe, logs, reports } = policy.parts!.clocks!;
	const amountOf = (reading: string): number => {
		const { choice, alternatives } = policy.readings[reading]!;
		return alternatives[choice!]!.amount!;
	};
	for (const ticket of all) {
		const { id, branch, at, done, due } = ticket;
		const held = [
			...apart.filter((h) => h.ticket === id),
			...(ticket.held === '' ? [] : [{ ticket: id, from: ticket.held, to: ticket.resumed, why: ticket.why }])
		];
		const used = (how: string, to: string): number => elapsed(policy, how, branch, at, to, held);
		const cutOff = CUT_OFF[at.slice(0, 7)]!;
		// the same moments once more, of a severe case, and of a work and a report that were due then
		const isDone = (how: string, hours: number): boolean =>
			done !== '' && elapsed(policy, how, branch, at, done, []) <= hours * 3_600_000;
		add('severe_reported', ticket, isDone(severe!, policy.parts!.severe.hours));
		add('log_on_time', ticket, isDone(logs!, 0));
		add('report_on_time', ticket, isDone(reports!, 0));
		if (due !== '') {
			const allowed = elapsed(policy, clock, branch, at, due, []);
			const inTime = done !== '' && used(clock, done) <= allowed;
			if ((done !== '' && millis(done) < millis(cutOff)) || used(clock, cutOff) > allowed)
				add('ticket_in_time', ticket, inTime);
		}
		if (ticket.kind === '投诉')
			add(
				'complaint_resolved',
				ticket,
				done !== '' && used(complaints, done) <= amountOf('complaint_cutoff') * 3_600_000
			);
		if (ticket.kind !== '建议') continue;
		const standard = policy.readings['feedback_standard']!.choice!;
		const runs = standard === 'hours' ? 'clock' : standard;
		const allowed =
			standard === 'working_days'
				? elapsed(policy, runs, branch, at, dueOn(at, amountOf('feedback_standard')), [])
				: amountOf('feedback_standard') * 3_600_000;
		if (done !== '' || used(runs, cutOff) > allowed)
			add('feedback_in_time', ticket, done !== '' && used(runs, done) <= allowed);
	}
	return counts;
}

/** The same time of the day so many working days later. */
function dueOn(at: string, days: number): string {
	let date = at.slice(0, 10);
	for (let left = days; left > 0;) {
		date = addDays(date, 1);
		if (STATUTORY.isWorkday(date)) left--;
	}
	return `${date}${at.slice(10)}`;
}

const csv = (header: string, rows: string[][]) => [header, ...rows.map((r) => r.join(','))].join('\n') + '\n';
const file = (name: string, text: string) => ({ path: `${name}.csv`, bytes: new TextEncoder().encode(text) });

describe('clocks and holds', () => {
	it('take what counting half hours takes, for random tickets, holds, cases, logs, reports and hours', async () => {
		const db = await engine();
		const sets = fc.sample(fc.tuple(policies, tickets, holds), { numRuns: randomSets(50), seed: 20261128 });
		let stopped = 0;
		for (const [policy, all, apart] of sets) {
			const once = [...new Map(apart.map((h) => [`${h.ticket} ${h.from}`, h])).values()];
			await load(
				[
					file(
						'tickets',
						csv(
							'ticket,branch,kind,received_at,resolved_at,due_at,held_from,held_to,hold_reason',
							all.map((t) => [
								t.id,
								t.branch,
								t.kind,
								t.at,
								t.done,
								t.due,
								t.held,
								t.resumed,
								t.held && t.why
							])
						)
					),
					file(
						'logs',
						csv(
							'log,kind,branch,person,due_at,done_at',
							all.map((t) => [t.id, '巡楼', t.branch, 'P1', t.at, t.done])
						)
					),
					file(
						'reports',
						csv(
							'report,branch,name,due_at,submitted_at',
							all.map((t) => [t.id, t.branch, '月报', t.at, t.done])
						)
					),
					file(
						'callbacks',
						csv(
							'callback,branch,person,customer,called_at,result,severe,reported_at',
							all.map((t) => [t.id, t.branch, 'P1', '客户', t.at, '已完成', '是', t.done])
						)
					),
					...(once.length > 0
						? [
								file(
									'holds',
									csv(
										'ticket,from,to,reason',
										once.map((h) => [h.ticket, h.from, h.to, h.why])
									)
								)
							]
						: [])
				],
				[policy]
			);
			await computed(db, ['from measures.every']);
			const rows = await db.rows(
				`select measure || ' ' || month || ' ' || unit as key, numerator::integer as n, denominator::integer as d
				from measures.every where unit_kind = 'branch'
					and measure in ('ticket_in_time', 'complaint_resolved', 'feedback_in_time', 'severe_reported', 'log_on_time', 'report_on_time')`
			);
			const found = Object.fromEntries(rows.map((r) => [String(r['key']), [Number(r['n']), Number(r['d'])]]));
			expect(found, JSON.stringify([policy.parts!.clocks, all, once])).toEqual(counted(policy, all, once));
			const [row] = await db.rows(
				'select count(*)::integer as n from rows.waited where used < allowed and held > 0'
			);
			stopped += Number(row!['n']);
		}
		expect(stopped).toBeGreaterThan(20);
	});
});
