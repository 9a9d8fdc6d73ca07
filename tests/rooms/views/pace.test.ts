import { describe, expect, it } from 'vitest';
import { readSql } from '../../../src/lib/sql/read';
import { Calendar } from '../../../src/lib/calendar/workdays';
import { runTrial } from '../../../src/lib/compute/trial';
import { monthView, policyLine } from '../../../src/lib/views/month-view';
import { daysGone, needsOf, paceOf } from '../../../src/lib/views/pace';
import { partsOf } from '../../../src/lib/policy/parts';
import { policyWith } from '../../support/policy';
import { engine, results, score, type TextFile } from '../../support/scored';

const MONTH = '2026-11';
const file = (path: string, header: string, rows: string[]): TextFile => ({
	path,
	bytes: new TextEncoder().encode([header, ...rows].join('\n') + '\n')
});

/** Callbacks of a branch, so many of them satisfied, and others not. */
const callbacks = (satisfied: number, not: number): TextFile =>
	file(
		'callbacks.csv',
		'callback,branch,person,called_at,result,satisfaction',
		Array.from(
			{ length: satisfied + not },
			(_, i) => `C${String(i)},B1,P1,2026-11-03 09:00:00,已完成,${i < satisfied ? '满意' : '不满意'}`
		)
	);
const checks = (failed: number): TextFile =>
	file(
		'spot_checks.csv',
		'check,branch,person,checked_at,subject,passed',
		Array.from({ length: failed + 1 }, (_, i) =>
			[
				'S' + String(i),
				'B1',
				'P1',
				'2026-11-03 09:00:00',
				'回访真实度',
				i < failed ? '不合格' : '合格'
			].join()
		)
	);
const attendance = file('attendance.csv', 'month,branch,person,due_days,attended_days', [
	`${MONTH},B1,P1,1,1`
]);
const policy = policyWith({ blend: 'kpi_only', missing_line: 'full_marks', callback_quota: 'person_day' });

describe('how far a month is', () => {
	it('is told by the working days up to the last of its records, of all that the month has', () => {
		const calendar = new Calendar();
		// November 2026 begins on a Sunday and has 21 working days
		expect(daysGone(calendar, MONTH, '2026-11-16', '2026-11-15')).toEqual({ gone: 10, all: 21 });
		expect(daysGone(calendar, MONTH, '2026-11-20', '2026-11-13')).toEqual({ gone: 10, all: 21 });
		// rows of days to come say nothing
		expect(daysGone(calendar, MONTH, '2026-11-13', '2026-11-27')).toEqual({ gone: 10, all: 21 });
		// National Day: seven days off, the 10th is made up
		expect(daysGone(calendar, '2026-10', '2026-10-09', '2026-10-08')).toEqual({ gone: 1, all: 18 });
		expect(daysGone(calendar, MONTH, '2026-11-02', '2026-11-01')).toBeNull();
		expect(daysGone(calendar, MONTH, '2026-12-01', '2026-11-30')).toBeNull();
		expect(daysGone(calendar, MONTH, '2026-10-31', '2026-10-31')).toBeNull();
		expect(daysGone(calendar, MONTH, '2026-11-30', '2026-11-30')).toBeNull();
	});
});

/** What a branch's month comes to after 10 of 21 working days, line by line, and the total that its rows then give. */
async function paced(files: TextFile[], after: TextFile[], by = policy) {
	const days = { gone: 10, all: 21 };
	const view = monthView(await results(files, [by]), by, MONTH, 'branch');
	const unit = view.units.find((u) => u.unit === 'B1')!;
	const ruleOf = (line: string) => policyLine(view, line);
	const outcome = await runTrial(await engine(), readSql, {
		inForce: [by],
		policies: [by],
		adjustments: paceOf(view.units, 'branch', ruleOf, by, days),
		months: [MONTH],
		unitKind: 'branch',
		period: MONTH,
		readings: [],
		watch: 'B1'
	});
	const line = (id: string) => {
		const now = unit.lines.find((l) => l.line === id)!;
		const then = outcome.lines.find((l) => l.line === id && l.month === MONTH)!;
		return { value: then.value, lost: then.deduction, needs: needsOf(now, then, ruleOf(id), by, days) };
	};
	const given = (await score(after, [by])).totals.find(
		(t) => t['unit'] === 'B1' && t['unit_kind'] === 'branch'
	);
	return {
		line,
		total: outcome.totals.find((t) => t.month === MONTH)!.total,
		ranked: outcome.rankings.find((r) => r.unit === 'B1')?.total,
		given: given!['total']
	};
}

describe('at this pace', () => {
	it('goes on to the quota as it did, and says what better tiers ask a day', async () => {
		// 90 of 200 in 10 days are 90 + 99 in 21
		const { line, total, ranked, given } = await paced(
			[callbacks(90, 0), attendance, checks(0)],
			[callbacks(189, 0), attendance, checks(0)]
		);
		expect(line('callback_completion')).toEqual({
			value: '0.945000',
			lost: '2',
			needs: [
				// 190 of 200, 100 more in 11 days; then 110
				{ points: 1, way: 'daily', amount: 100 / 11 },
				{ points: 2, way: 'daily', amount: 10 }
			]
		});
		expect(line('satisfaction')).toEqual({ value: '1.000000', lost: '0', needs: [] });
		expect([total, ranked]).toEqual([given, given]);
	});

	it('tells the total of a unit that the rules don’t rank', async () => {
		const parts = { ...partsOf(policy), ranked: { ...partsOf(policy).ranked!, branch_months: 3 } };
		const opened = file('branches.csv', 'branch,name,opened_on', [
			'B1,一部,2026-10-01',
			'B2,二部,2020-01-01'
		]);
		const files = (calls: number): TextFile[] => [callbacks(calls, 0), attendance, checks(0), opened];
		const { total, ranked, given } = await paced(files(90), files(189), { ...policy, parts });
		expect([total, ranked]).toEqual([given, undefined]);
	});

	it('keeps a rate, and says what the rest must be', async () => {
		const { line } = await paced([callbacks(81, 9), attendance, checks(0)], [callbacks(81, 9), attendance]);
		const { value, lost, needs } = line('satisfaction');
		expect([value, lost]).toEqual(['0.900000', '2']);
		// 95 % of 189 are 179.55: 98.55 of the 99 to come; all of them can't be had any more
		expect(needs.map(({ points, way }) => [points, way])).toEqual([
			[1, 'rest'],
			[2, 'rest']
		]);
		// 99.545 %, on the safe side
		expect(needs[0]!.amount).toBe(0.996);
		expect(needs[1]!.amount).toBeNull();
	});

	it('says nothing of cases that can still be closed', async () => {
		const tickets = file('tickets.csv', 'ticket,branch,person,kind,received_at,resolved_at,status', [
			'T1,B1,P1,投诉,2026-11-03 09:00:00,,处理中',
			'T2,B1,P1,投诉,2026-11-03 09:00:00,2026-11-04 09:00:00,已完成'
		]);
		const own = [callbacks(200, 0), attendance, checks(0), tickets];
		const { line } = await paced(own, own);
		expect(line('complaint_resolution')).toEqual({ value: '0.500000', lost: '10', needs: [] });
	});

	it('counts events on, and says how many are left', async () => {
		const { line, total, given } = await paced(
			[callbacks(200, 0), attendance, checks(1)],
			[callbacks(420, 0), attendance, checks(2)]
		);
		expect(line('callback_truth')).toEqual({
			value: '2',
			lost: '2',
			needs: [
				{ points: 1, way: 'most', amount: 0 },
				{ points: 2, way: 'most', amount: null }
			]
		});
		expect(total).toBe(given);
	});
});
