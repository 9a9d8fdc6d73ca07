import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lintPolicy, standing } from '../../../src/lib/policy/lint';
import type { Policy } from '../../../src/lib/policy/schema';
import { countedBy, countedQuery } from '../../../src/lib/reports/evidence';
import { policyWith } from '../../support/policy';
import { engine, score, type TextFile } from '../../support/scored';

const file = (path: string, text: string): TextFile => ({
	path,
	bytes: new TextEncoder().encode(text.replace(/^\t+/gm, '').trim() + '\n')
});
const PEOPLE = (rows: string): TextFile => file('people.csv', `person,name,branch,post,from,to\n${rows}`);
const MANAGER = PEOPLE(
	'M1,Wang,B01,呼叫中心经理,2020-01-01,\nS1,Li,B01,客服,2020-01-01,\nS2,Zhao,B01,客服,2020-01-01,'
);
const RATINGS = file(
	'ratings.csv',
	'month,branch,person,role,rater,score\n2026-10,B01,S1,self,S1,90\n2026-10,B01,M1,group,D1,80\n2026-10,B01,M1,group,D2,85'
);
/** The manager's targets as head office might fill them in. */
const TARGETS: Record<string, string> = {
	manager_budget: '100',
	manager_survey: '90',
	manager_process: '80',
	manager_satisfaction: '95',
	manager_calls: '4',
	manager_feedback: '90',
	manager_cooperation: '82.5',
	manager_first_call: '50',
	manager_staff: '80'
};
function filledIn(choices: Record<string, string> = {}, targets = TARGETS): Policy {
	const policy = policyWith({ missing_line: 'full_marks', ...choices });
	for (const line of policy.scorecards[1]!.lines) line.target = targets[line.line] ?? line.target;
	return policy;
}
async function lines(files: TextFile[], policy: Policy): Promise<Record<string, string>> {
	const { lines: rows } = await score(files, [policy], { only: ['lines'] });
	return Object.fromEntries(
		rows
			.filter((r) => r['unit'] === 'M1' && r['month'] === '2026-10')
			.map((r) => [r['line']!, `${r['value']!} ${r['points']!} ${r['status']!}`])
	);
}
const plans = (business: string, budget: string): TextFile =>
	file(
		'plans.csv',
		`month,branch,item,kind,planned,actual
		2026-10,B01,业务,业务,${business}
		2026-10,B01,费用,预算,${budget}
		2026-10,B01,调研,survey,10,9
		2026-10,B01,改进,improvement,5,3`
	);

describe('the manager’s card (L134)', () => {
	it('scores against targets: full at the target, in proportion below it, and the other way round for costs', async () => {
		expect(await lines([MANAGER, RATINGS, plans('200,150', '1000,1250')], filledIn())).toMatchObject({
			manager_plan: '0.750000 15 ok',
			manager_budget: '1.250000 12 ok',
			manager_survey: '0.900000 15 ok',
			manager_process: '0.600000 11.25 ok',
			manager_cooperation: '82.500000 5 ok'
		});
	});

	it('gives full marks without rows only where the policy says so', async () => {
		expect((await lines([MANAGER, RATINGS], filledIn()))['manager_survey']).toBe(' 15 ok');
		const strict = filledIn({ missing_line: 'no_data' });
		expect((await lines([MANAGER, RATINGS], strict))['manager_survey']).toBe('  no_data');
	});

	it('says figures as they are, not in parts', async () => {
		const { lines: rows } = await score([MANAGER, RATINGS, plans('200.5,150', '1000,1250')], [filledIn()]);
		const of = (line: string): (string | undefined)[] => {
			const row = rows.find((r) => r['line'] === line);
			return [row?.['numerator'], row?.['denominator']];
		};
		expect(of('manager_plan')).toEqual(['150', '200.5']);
		expect(of('manager_cooperation')).toEqual(['165', '2']);
	});

	it('by steps where the policy has them, and nothing below the last', async () => {
		const policy = filledIn();
		const [plan] = policy.scorecards[1]!.lines;
		plan!.below = [
			{ reached: '90', share: '80' },
			{ reached: '75', share: '50' }
		];
		const of = async (done: string): Promise<string> =>
			(await lines([MANAGER, RATINGS, plans(`200,${done}`, '1,1')], policy))['manager_plan']!;
		expect(await of('200')).toBe('1.000000 20 ok');
		expect(await of('199')).toBe('0.995000 16 ok');
		expect(await of('180')).toBe('0.900000 16 ok');
		expect(await of('150')).toBe('0.750000 10 ok');
		expect(await of('149')).toBe('0.745000 0 ok');
	});

	it('by the mean of score sheets where the line is one', async () => {
		const policy = filledIn();
		policy.scorecards[1]!.lines.find((l) => l.line === 'manager_cooperation')!.scoring = 'sheet';
		const found = await lines([MANAGER, RATINGS], policy);
		expect(found['manager_cooperation']).toBe('82.500000 4.125 ok');
	});

	it('agrees with exact fractions on any figures, targets and steps', async () => {
		const halfUp = (n: bigint, d: bigint): bigint => (2n * n + d) / (2n * d);
		const thousandths = (text: string): bigint => BigInt(Math.round(Number(text) * 1000));
		const amount = fc.integer({ min: 1, max: 400 });
		const percent = fc.integer({ min: 1, max: 150 }).map(String);
		const step = fc.record({ reached: percent, share: fc.integer({ min: 0, max: 100 }).map(String) });
		await fc.assert(
			fc.asyncProperty(
				amount,
				fc.nat(500),
				amount,
				fc.nat(900),
				percent,
				percent,
				fc.array(step, { maxLength: 3 }),
				async (planned, done, budget, spent, aim, limit, steps) => {
					const policy = filledIn({}, { ...TARGETS, manager_plan: aim, manager_budget: limit });
					const [plan] = policy.scorecards[1]!.lines;
					if (steps.length > 0) plan!.below = steps;
					const found = await lines(
						[
							MANAGER,
							RATINGS,
							plans(`${String(planned)},${String(done)}`, `${String(budget)},${String(spent)}`)
						],
						policy
					);
					// reached / goal of the target, as whole numbers
					const up = [BigInt(done) * 100_000n, BigInt(planned) * thousandths(aim)] as const;
					const down = [BigInt(budget) * thousandths(limit), BigInt(spent) * 100_000n] as const;
					const earned = (
						[reached, goal]: readonly [bigint, bigint],
						weight: bigint,
						list: typeof steps
					): bigint => {
						if (reached >= goal) return weight;
						if (list.length === 0) return halfUp(weight * reached, goal);
						const shares = list
							.filter((s) => reached * 100_000n >= goal * thousandths(s.reached))
							.map((s) => thousandths(s.share));
						return halfUp(weight * shares.reduce((a, b) => (a > b ? a : b), 0n), 100_000n);
					};
					const points = (cell: string | undefined): bigint => thousandths(cell!.split(' ')[1]!);
					expect(points(found['manager_plan'])).toBe(earned(up, 20_000n, steps));
					expect(points(found['manager_budget'])).toBe(earned(down, 15_000n, []));
				}
			),
			{ numRuns: 25 }
		);
	});

	it('says that a target is blank, and gives no total until it is filled in', async () => {
		const { lines: rows, totals } = await score([MANAGER, RATINGS, plans('1,1', '1,1')], [policyWith()]);
		const mine = rows.filter((r) => r['unit'] === 'M1');
		expect(mine.filter((r) => r['status'] === 'target_missing')).toHaveLength(9);
		expect(mine.find((r) => r['line'] === 'manager_plan')).toMatchObject({ points: '20', status: 'ok' });
		const total = totals.find((r) => r['unit'] === 'M1')!;
		expect(total).toMatchObject({ status: 'incomplete', total: '' });
		expect(total['missing']).toMatch(/^manager_budget;manager_survey;/);
	});

	it('counts calls, and those that settled the matter, by the reading of “at once”', async () => {
		const calls = file(
			'calls.csv',
			`call,branch,started_at,caller,subject,connected,resolved_first,called_back
			C1,B01,2026-10-01 09:00:00,138,缴费,是,是,否
			C2,B01,2026-10-08 09:00:00,138,缴费,是,是,否
			C3,B01,2026-10-15 09:00:01,138,缴费,是,是,否
			C4,B01,2026-10-15 09:00:02,138,报修,是,是,是
			C5,B01,2026-10-16 09:00:00,,缴费,否,,`
		);
		const by = async (choice: string): Promise<(string | undefined)[]> => {
			const found = await lines([MANAGER, RATINGS, calls], filledIn({ first_call: choice }));
			return [found['manager_calls'], found['manager_first_call']];
		};
		// C1 is followed within seven days to the second; C2 a second later than that; C4 was called back; C5 never came through
		expect(await by('within_window')).toEqual(['5 5 ok', '0.500000 5 ok']);
		expect(await by('flags')).toEqual(['5 5 ok', '0.750000 5 ok']);
	});

	it('counts opinions answered in time by every reading of the standard', async () => {
		const tickets = file(
			'tickets.csv',
			`ticket,branch,kind,received_at,replied_at,resolved_at
			T1,B01,建议,2026-10-12 09:00:00,2026-10-13 09:00:00,2026-10-14 09:00:00
			T2,B01,建议,2026-10-16 15:00:00,2026-10-19 15:00:00,2026-10-19 16:00:00
			T3,B01,建议,2026-10-20 09:00:00,,
			T4,B01,建议,2026-11-05 09:00:00,,
			T5,B01,投诉,2026-10-20 09:00:00,2026-10-20 10:00:00,2026-10-25 10:00:00`
		);
		const by = async (choices: Record<string, string>): Promise<string | undefined> =>
			(await lines([MANAGER, RATINGS, tickets], filledIn(choices)))['manager_feedback'];
		expect(await by({})).toBe('0.333333 1.852 ok');
		expect(await by({ feedback_standard: 'working_days' })).toBe('0.666667 3.704 ok');
		expect(await by({ feedback_end: 'closed' })).toBe('0.000000 0 ok');
		expect(await by({ feedback_end: 'closed', feedback_start: 'accepted' })).toBe('0.666667 3.704 ok');
		expect(await by({ feedback_items: 'with_complaints' })).toBe('0.500000 2.778 ok');
	});

	it('scores the staff’s mean from their totals of the same month', async () => {
		const { lines: rows, totals } = await score(
			[MANAGER, RATINGS],
			[filledIn({ missing_rater: 'reweight' })]
		);
		const [s1, s2] = ['S1', 'S2'].map((p) => Number(totals.find((r) => r['unit'] === p)!['total']));
		const mean = ((s1! + s2!) / 2).toFixed(6);
		expect(rows.find((r) => r['line'] === 'manager_staff')).toMatchObject({ value: mean, status: 'ok' });
		expect(Number(mean)).toBeGreaterThan(80);
		const [list] = countedBy('staff_appraisal');
		const behind = await (await engine()).rows(countedQuery(list!, '2026-10', 'branch', 'B01'));
		expect(behind.map((r) => [r['c_person'], r['numerator'], r['denominator']]).sort()).toEqual([
			['S1', s1, 1],
			['S2', s2, 1]
		]);
	});

	it('is the one of the version in force, also where a card names branches and posts', async () => {
		const version = (policy: string, from: string): Policy => {
			const all = policyWith({ missing_line: 'full_marks' });
			const [staff] = all.scorecards;
			const own = (branches: string[], posts: string[]): Policy['scorecards'][number] => ({
				...structuredClone(staff!),
				scorecard: [...branches, ...posts].join('_'),
				applies_to: { units: ['person'], posts, ...(branches.length > 0 && { branches }) }
			});
			return {
				...all,
				policy,
				in_force_from: from,
				scorecards: [...all.scorecards, own(['B01'], ['客服']), own(['B02'], []), own([], ['客服'])]
			};
		};
		const people = PEOPLE(
			'P1,Wang,B01,客服,2020-01-01,\nP2,Li,B02,坐席,2020-01-01,\nP3,Xu,B03,客服,2020-01-01,\nP4,Wu,B03,坐席,2020-01-01,'
		);
		const ratings = file(
			'ratings.csv',
			`month,branch,person,role,rater,score\n${['08', '09'].flatMap((m) => ['1', '2', '3', '4'].map((p) => `2026-${m},B0${p === '4' ? '3' : p},P${p},self,P${p},90`)).join('\n')}`
		);
		const { lines: rows } = await score(
			[people, ratings],
			[version('old', '2020-01'), version('new', '2026-09')]
		);
		const own = rows.filter((r) => r['unit_kind'] === 'person');
		const cards = [...new Set(own.map((r) => `${r['month']!} ${r['unit']!} ${r['scorecard']!}`))].sort();
		// none has a line twice
		expect(new Set(own.map((r) => `${r['month']!} ${r['unit']!} ${r['line']!}`)).size).toBe(own.length);
		expect(cards).toEqual([
			'2026-08 P1 B01_客服',
			'2026-08 P2 B02',
			'2026-08 P3 客服',
			'2026-08 P4 service_staff',
			'2026-09 P1 B01_客服',
			'2026-09 P2 B02',
			'2026-09 P3 客服',
			'2026-09 P4 service_staff'
		]);
	});

	it('follows the post month by month, and ranks each card among its own', async () => {
		const people = PEOPLE(
			'P1,Wang,B01,客服,2020-01-01,2026-08-31\nP1,Wang,B01,呼叫中心经理,2026-09-01,\nP2,Li,B01,客服,2020-01-01,'
		);
		const ratings = file(
			'ratings.csv',
			`month,branch,person,role,rater,score\n${['07', '08', '09'].map((m) => `2026-${m},B01,P1,self,P1,90\n2026-${m},B01,P2,self,P2,80`).join('\n')}`
		);
		const { lines: rows, rankings } = await score([people, ratings], [filledIn()]);
		const card = (month: string): string | undefined =>
			rows.find((r) => r['unit'] === 'P1' && r['month'] === month)?.['scorecard'];
		expect(['2026-07', '2026-08', '2026-09'].map(card)).toEqual([
			'service_staff',
			'service_staff',
			'call_centre_manager'
		]);
		const rank = (period: string, unit: string): string | undefined =>
			rankings.find((r) => r['period'] === period && r['unit'] === unit)?.['rank'];
		expect([rank('2026-08', 'P1'), rank('2026-08', 'P2')]).toEqual(['1', '2']);
		expect([rank('2026-09', 'P1'), rank('2026-09', 'P2')]).toEqual(['1', '1']);
		expect([rank('2026Q3', 'P1'), rank('2026Q3', 'P2')]).toEqual(['1', '1']);
	});
});

describe('a scorecard of one’s own', () => {
	it('needs no code: fee collection 40, tickets on time 60', async () => {
		const policy = policyWith({ blend: 'kpi_only' });
		const template = policy.scorecards[0]!.lines[0]!;
		const line = (id: string, weight: string, measure: string, source: string) => ({
			line: id,
			title: { zh: id, en: id },
			weight,
			scoring: 'target' as const,
			clause: '总部',
			quote: '总部自定',
			measure,
			noun: template.noun,
			bad: template.bad,
			direction: 'higher' as const,
			target: '90',
			no_rows: 'no_data' as const,
			personal: false,
			source: [source]
		});
		policy.scorecards[0]!.lines = [
			line('fees', '40', 'fee_collection', 'fees'),
			line('on_time', '60', 'ticket_in_time', 'tickets')
		];
		expect(standing(lintPolicy(JSON.parse(JSON.stringify(policy))))).toEqual([]);
		const fees = file(
			'fees.csv',
			`bill,branch,unit,item,period,due_amount,paid_amount,waived_amount
			F1,B01,1-101,物业费,2026-10,1000.00,810.00,100.00
			F2,B01,1-102,物业费,2026-10,100.00,,`
		);
		const tickets = file(
			'tickets.csv',
			`ticket,branch,kind,received_at,due_at,resolved_at
			T1,B01,报修,2026-10-01 09:00:00,2026-10-02 09:00:00,2026-10-02 09:00:00
			T2,B01,报修,2026-10-01 09:00:00,2026-10-02 09:00:00,2026-10-02 09:00:01
			T3,B01,报修,2026-10-01 09:00:00,,2026-10-02 09:00:00`
		);
		const { lines: rows, totals } = await score([fees, tickets], [policy]);
		expect(rows.map((r) => [r['line'], r['value'], r['points']])).toEqual([
			['fees', '0.810000', '36'],
			['on_time', '0.500000', '33.333']
		]);
		expect(totals[0]).toMatchObject({ kpi_points: '69.333000', total: '69.333000', status: 'ok' });
	});
});
