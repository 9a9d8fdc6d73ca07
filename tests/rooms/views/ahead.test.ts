import { describe, expect, it } from 'vitest';
import { readSql } from '../../../src/lib/sql/read';
import { runTrial } from '../../../src/lib/compute/trial';
import type { Policy } from '../../../src/lib/policy/schema';
import { lackOf, stepAhead, stepsOf, type Rule } from '../../../src/lib/views/ahead';
import { gapsOf } from '../../../src/lib/views/gaps';
import { lineTitle, monthView, policyLine } from '../../../src/lib/views/month-view';
import { policyWith } from '../../support/policy';
import { engine, results, score, type TextFile } from '../../support/scored';

const MONTH = '2026-10';
const file = (path: string, header: string, rows: string[][]): TextFile => ({
	path,
	bytes: new TextEncoder().encode([header, ...rows.map((r) => r.join(','))].join('\n') + '\n')
});
const times = (n: number, make: (i: number) => string[]): string[][] =>
	Array.from({ length: n }, (_, i) => make(i));

/** Callbacks of a branch, so many of them satisfied, against a quota that they don't reach. */
const callbacks = (satisfied: number, not: number): TextFile =>
	file('callbacks.csv', 'callback,branch,person,called_at,result,satisfaction', [
		...times(satisfied, (i) => [`S${String(i)}`, 'B1', 'P1', '2026-10-12 09:00:00', '已完成', '满意']),
		...times(not, (i) => [`N${String(i)}`, 'B1', 'P1', '2026-10-13 09:00:00', '已完成', '不满意'])
	]);
const attendance = file('attendance.csv', 'month,branch,person,due_days,attended_days', [
	[MONTH, 'B1', 'P1', '1', '1']
]);

/** What the branch's card says of a line, and the total that the step ahead promises and that the rows then give. */
async function step(
	line: string,
	policy: Policy,
	files: TextFile[],
	after: (events: number) => TextFile[]
): Promise<{ events: number; promised: string; given: string; points: string }> {
	const found = await results(files, [policy]);
	const view = monthView(found, policy, MONTH, 'branch');
	const unit = view.units.find((u) => u.unit === 'B1')!;
	const rule: Rule = policyLine(view, line);
	const events = lackOf(
		unit.lines.find((l) => l.line === line)!,
		rule
	)!;
	const outcome = await runTrial(await engine(), readSql, {
		inForce: [policy],
		policies: [policy],
		adjustments: stepAhead(unit, 'branch', rule, events),
		months: [MONTH],
		unitKind: 'branch',
		period: MONTH,
		readings: []
	});
	const promised = outcome.rankings.find((r) => r['unit'] === 'B1')!['total'];
	const then = await score(after(events), [policy]);
	const own = then.totals.find((t) => t['unit'] === 'B1' && t['unit_kind'] === 'branch')!;
	const cell = then.lines.find(
		(l) => l['unit'] === 'B1' && l['unit_kind'] === 'branch' && l['line'] === line
	)!;
	return { events, promised, given: own['total']!, points: cell['points']! };
}

/** A card of one line, scored against a target or by tiers. */
function only(line: Partial<Policy['scorecards'][0]['lines'][0]>): Policy {
	const policy = policyWith({ blend: 'kpi_only' });
	const template = policy.scorecards[0]!.lines.find((l) => l.line === 'satisfaction')!;
	policy.scorecards[0]!.lines = [{ ...template, line: 'own', weight: '100', clause: '总部', ...line }];
	return policy;
}

describe('one step further', () => {
	it('counts a satisfied callback as one more callback, too', async () => {
		const policy = policyWith({ blend: 'kpi_only', missing_line: 'full_marks' });
		// 180 of 200 callbacks: 90 %, and 17 of 20 would be 85 %
		const { events, promised, given } = await step(
			'satisfaction',
			policy,
			[callbacks(170, 10), attendance],
			(n) => [callbacks(170 + n, 10), attendance]
		);
		expect(events).toBe(20);
		expect(promised).toBe(given);
	});

	it('counts full marks where the mean of marks is read', async () => {
		const policy = policyWith({
			blend: 'kpi_only',
			missing_line: 'full_marks',
			satisfied_means: 'mean_score'
		});
		const best = (n: number): TextFile =>
			file('more.csv', 'callback,branch,person,called_at,result,satisfaction', [
				...times(n, (i) => [`M${String(i)}`, 'B1', 'P1', '2026-10-14 09:00:00', '已完成', '非常满意'])
			]);
		// 170 fours and 10 twos are 700 of 900 marks, the tier from 80 % needs twenty fives more
		const { events, promised, given } = await step(
			'satisfaction',
			policy,
			[callbacks(170, 10), attendance],
			(n) => [callbacks(170, 10), best(n), attendance]
		);
		expect(events).toBe(20);
		expect(promised).toBe(given);
	});

	it('goes on to the tier that brings a better rank, and the rows then give it', async () => {
		const policy = policyWith({ blend: 'kpi_only', missing_line: 'full_marks' });
		const rated = (satisfied: number): TextFile =>
			file('callbacks.csv', 'callback,branch,person,called_at,result,satisfaction', [
				...times(satisfied, (i) => [`S${String(i)}`, 'B1', 'P1', '2026-10-12 09:00:00', '已完成', '满意']),
				...times(4, (i) => [`N${String(i)}`, 'B1', 'P1', '2026-10-13 09:00:00', '已完成', '不满意']),
				...times(9, (i) => [`A${String(i)}`, 'B2', 'P2', '2026-10-12 09:00:00', '已完成', '满意']),
				['Z', 'B2', 'P2', '2026-10-12 09:00:00', '已完成', '不满意']
			]);
		// six of ten: −5; B2 has nine of ten: −2
		const found = await results([rated(6)], [policy]);
		const view = monthView(found, policy, MONTH, 'branch');
		const unit = view.units.find((u) => u.unit === 'B1')!;
		const rule = policyLine(view, 'satisfaction');
		const db = await engine();
		const steps = await stepsOf(
			unit.lines.find((l) => l.line === 'satisfaction')!,
			rule,
			unit.rank!,
			async (events) => {
				const { rankings, lines } = await runTrial(db, readSql, {
					inForce: [policy],
					policies: [policy],
					adjustments: stepAhead(unit, 'branch', rule, events),
					months: [MONTH],
					unitKind: 'branch',
					period: MONTH,
					readings: [],
					watch: 'B1'
				});
				const own = rankings.find((r) => r['unit'] === 'B1')!;
				const cell = lines.find((l) => l['line'] === 'satisfaction');
				return { total: own['total'], rank: own['rank'], cell: cell as never };
			}
		);
		// 12 of 16 is the tier from 75 %; 16 of 20 the one of B2; 76 of 80 the one above
		expect(steps.map((s) => [s.events, s.rank])).toEqual([
			[6, 2],
			[10, 1]
		]);
		const then = await score([rated(6 + steps[1]!.events)], [policy]);
		const ranked = then.rankings.find((r) => r['period'] === MONTH && r['unit'] === 'B1')!;
		expect([ranked['rank'], ranked['total']]).toEqual(['1', steps[1]!.total]);
	});

	it('tells how many lack to a target, and reaches it', async () => {
		const { scoring, source, bad, noun } = policyWith().scorecards[0]!.lines[0]!;
		void scoring;
		const policy = only({
			scoring: 'target',
			measure: 'ticket_completion',
			direction: 'higher',
			target: '90',
			source,
			bad,
			noun,
			tiers: undefined,
			denominator_grows: undefined
		});
		const tickets = (done: number): TextFile =>
			file('tickets.csv', 'ticket,branch,kind,received_at,resolved_at', [
				...times(50, (i) => [
					`T${String(i)}`,
					'B1',
					'报修',
					'2026-10-12 09:00:00',
					i < done ? '2026-10-13 09:00:00' : ''
				])
			]);
		const { events, promised, given, points } = await step('own', policy, [tickets(31)], (n) => [
			tickets(31 + n)
		]);
		expect([events, points]).toEqual([14, '100']);
		expect(promised).toBe(given);
	});

	it('counts homes, not thousandths of them, to the next tier of a collection rate', async () => {
		const policy = only({ measure: 'fee_collection', source: ['fees'], denominator_grows: undefined });
		policy.parts!.fee_rate.denominator = 'all_homes';
		const fees = (paid: number): TextFile =>
			file('fees.csv', 'bill,branch,unit,item,period,due_amount,paid_amount', [
				...times(40, (i) => [
					`F${String(i)}`,
					'B1',
					`1-${String(i)}`,
					'物业费',
					MONTH,
					'100',
					i < paid ? '100' : '0'
				])
			]);
		// 29 of 40 is 72.5 %, the tier from 75 % needs 30
		const { events, promised, given } = await step('own', policy, [fees(29), attendance], (n) => [
			fees(29 + n),
			attendance
		]);
		expect(events).toBe(1);
		expect(promised).toBe(given);
	});

	it('meets a target of receipts in yuan, not in thousandths', async () => {
		const policy = only({
			scoring: 'target',
			measure: 'receipt_amount',
			direction: 'higher',
			target: '1000',
			source: ['receipts'],
			tiers: undefined,
			denominator_grows: undefined
		});
		const people = file('people.csv', 'person,name,branch,post', [['P1', '甲', 'B1', '专员']]);
		const receipts = file('receipts.csv', 'receipt,date,group,person,amount', [
			['R1', '2026-10-05', 'A', 'P1', '250']
		]);
		const { lines } = await score([people, receipts, attendance], [policy]);
		const own = lines.find((l) => l['unit'] === 'B1' && l['unit_kind'] === 'branch')!;
		expect([own['value'], own['points']]).toEqual(['250.000000', '25']);
	});
});

describe('why a total moved', () => {
	it('names what is there in one of the months alone, and a line that a version dropped by its old title', async () => {
		const policy = policyWith({ missing_line: 'full_marks' });
		const ratings = file('ratings.csv', 'month,branch,person,role,rater,score', [
			['2026-10', 'B1', 'P1', '自评', 'P1', '90'],
			['2026-10', 'B1', 'P1', '小组', 'P2', '88'],
			['2026-09', 'B1', 'P1', '小组', 'P2', '88']
		]);
		const checks = file('spot_checks.csv', 'check,branch,person,checked_at,subject,passed', [
			['K1', 'B1', 'P1', '2026-09-10 10:00:00', '专业技能', '合格'],
			['K2', 'B1', 'P1', '2026-10-12 10:00:00', '专业技能', '合格']
		]);
		const found = await results([ratings, checks, attendance], [policy]);
		const of = (month: string) =>
			monthView(found, policy, month, 'branch').units.find((u) => u.unit === 'B1')!;
		const gaps = gapsOf(of('2026-09'), of(MONTH));
		expect(gaps).toContainEqual({ what: 'self', missing: 'before' });
		expect(gaps.map((g) => g.what)).not.toContain('group');
		const fewer = structuredClone(policy);
		fewer.scorecards[0]!.lines = fewer.scorecards[0]!.lines.filter((l) => l.line !== 'satisfaction');
		const view = monthView(found, fewer, MONTH, 'branch');
		expect(lineTitle(view, 'satisfaction', policy).zh).toBe('客户满意度');
		expect(lineTitle(view, 'gone', policy).zh).toBe('gone');
	});
});
