import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import type { Engine, Row } from '../../../src/lib/engine/engine';
import { openNodeEngine } from '../../../src/lib/engine/node';
import { compute } from '../../../src/lib/compute/run';
import { readSql } from '../../../src/lib/sql/read';
import { runTrial, type TrialOutcome } from '../../../src/lib/compute/trial';
import { type Trial } from '../../../src/lib/compute/scope';
import type { Policy } from '../../../src/lib/policy/schema';
import { changedReadings } from '../../../src/lib/policy/diff';
import { touchedLines } from '../../../src/lib/policy/touched';
import { arbitraryFacts, arbitraryPolicy } from '../../support/arbitrary';
import { factsFiles, noFacts } from '../../support/facts-files';
import { policyWith } from '../../support/policy';
import { engine, score, type TextFile } from '../../support/scored';

let apart: Promise<Engine> | null = null;
afterAll(async () => (await apart)?.close());

/** What other rules give in an engine of its own: by no table or plan that a trial could share. */
async function elsewhere(
	files: TextFile[],
	policy: Policy
): Promise<Record<'rankings' | 'awards' | 'rules', Record<string, string>[]>> {
	const db = await (apart ??= openNodeEngine());
	return score(files, [policy], { db, only: ['rankings', 'awards', 'rules'] });
}

const trial = async (now: Policy, other: Policy, more: Partial<Trial> = {}): Promise<TrialOutcome> =>
	runTrial(await engine(), readSql, {
		inForce: [now],
		policies: [other],
		adjustments: [],
		months: [],
		unitKind: 'branch',
		period: null,
		readings: changedReadings(now, other),
		...more
	});
/** Everything that scoring left in the engine. */
const state = async (): Promise<Row[]> => {
	const db = await engine();
	const tables = [
		'policy.rule',
		'policy.line',
		'measures.every',
		'scores.line',
		'scores.total',
		'rankings.month',
		'rankings.quarter',
		'awards.prize',
		'staging.scope',
		'staging.touched',
		'staging.adjustment'
	];
	const hashes = tables.map(
		(name) =>
			`select '${name}' as name, count(*) as rows, bit_xor(hash(t))::varchar as content from ${name} as t`
	);
	return db.rows(hashes.join(' union all ') + ' order by name');
};
const totals = (rows: Row[]): string[] =>
	rows
		.filter((r) => r['unit_kind'] === 'branch')
		.map((r) => `${String(r['period'])} ${String(r['unit'])} ${String(r['total'] ?? '')}`)
		.sort();
const ranks = (rows: Row[]): string[] =>
	rows
		.filter((r) => r['unit_kind'] === 'branch')
		.map((r) => `${String(r['period'])} ${String(r['unit'])} ${String(r['rank'])}`)
		.sort();
const pays = (rows: Row[], yuan: number): string[] =>
	rows
		.filter((r) => r['unit_kind'] === 'branch')
		.map((r) => `${String(r['period'])} ${String(r['unit'])} ${(Number(r['amount']) / yuan).toFixed(3)}`)
		.sort();

describe('a version that would be put in force', () => {
	it('counts in the months from its own on alone, and never in what is sealed', async () => {
		const now = policyWith({ missing_line: 'full_marks', blend: 'kpi_only' });
		const facts = noFacts();
		const months = ['2026-07', '2026-08', '2026-09'];
		for (const month of months)
			facts.spot_checks.push({
				check: month,
				branch: 'B01',
				person: null,
				checked_at: `${month}-05 09:00:00`,
				subject: 'service_skill',
				passed: 'no',
				ref: null
			});
		await score(factsFiles(facts), [now]);
		const line = now.scorecards[0]!.lines.find((l) => l.line === 'service_skill')!;
		const draft: Policy = { ...structuredClone(now), policy: 'draft', in_force_from: '2026-09' };
		draft.scorecards[0]!.lines.find((l) => l.line === 'service_skill')!.deduction_each = '5';
		const points = (rows: Row[]): Record<string, number> =>
			Object.fromEntries(
				rows
					.filter((r) => r['unit'] === 'B01' && months.includes(String(r['period'])))
					.map((r) => [String(r['period']), Number(r['total'])])
			);
		const asked = { months, unitKind: 'branch', period: null, unsealed: [] };
		const before = points((await trial(now, now, asked)).rankings);
		const after = points((await trial(now, now, { ...asked, policies: [now, draft] })).rankings);
		expect(line.deduction_each).toBe('2');
		expect(after).toEqual({ ...before, '2026-09': before['2026-09']! - 3 });
	});
});

describe('a trial of other rules', () => {
	it('gives what a computation by them gives, and leaves nothing behind', async () => {
		const samples = fc.sample(fc.tuple(arbitraryFacts, arbitraryPolicy, arbitraryPolicy), {
			numRuns: 12,
			seed: 5
		});
		for (const [facts, now, other] of samples) {
			const files = factsFiles(facts);
			const real = await elsewhere(files, other);
			await score(files, [now]);
			const before = await state();
			const tried = await trial(now, other);
			expect(await state()).toEqual(before);
			expect(totals(tried.rankings)).toEqual(totals(real.rankings));
			expect(ranks(tried.rankings)).toEqual(ranks(real.rankings));
			expect(pays(tried.prizes, 1000)).toEqual(pays(real.awards, 1));
			const [month] = real.rules.map((r) => r['month']!);
			if (month === undefined) continue;
			const part = await trial(now, other, { months: [month] });
			expect(totals(part.rankings)).toEqual(totals(real.rankings.filter((r) => r['period'] === month)));
		}
	});

	it('scores anew only the lines that differ, and gives what a whole computation gives', async () => {
		const samples = fc.sample(fc.tuple(arbitraryFacts, arbitraryPolicy, fc.nat(6), fc.boolean()), {
			numRuns: 8,
			seed: 7
		});
		for (const [facts, now, at, onlyPrizes] of samples) {
			const other = structuredClone(now);
			const lines = other.scorecards[0]!.lines;
			if (onlyPrizes) other.awards[0]!.prizes[0]!.amount = '777';
			else lines[at % lines.length]!.weight = '3';
			expect(touchedLines([now], [other])).toHaveLength(onlyPrizes ? 0 : 1);
			const files = factsFiles(facts);
			const real = await elsewhere(files, other);
			await score(files, [now]);
			const months = real.rules.map((r) => r['month']!);
			if (months.length === 0) continue;
			const before = await state();
			// one of all lines and months first: its plans must not be taken for the next
			await trial(now, other);
			const tried = await trial(now, other, { months });
			expect(await state()).toEqual(before);
			expect(totals(tried.rankings)).toEqual(totals(real.rankings));
			expect(ranks(tried.rankings)).toEqual(ranks(real.rankings));
			expect(pays(tried.prizes, 1000)).toEqual(pays(real.awards, 1));
		}
	});

	it('counts an input change as the rows it stands for would count', async () => {
		const facts = fc.sample(arbitraryFacts, { numRuns: 1, seed: 11 })[0]!;
		// every branch has a total, so that there is something to compare
		const policy = policyWith({ missing_line: 'full_marks' });
		const branch = 'B01';
		const month = facts.attendance[0]!.month;
		const check = {
			branch,
			person: null,
			checked_at: `${month}-10 10:00:00`,
			subject: 'service_skill',
			ref: null,
			passed: 'no' as const
		};
		const more = {
			...facts,
			spot_checks: [...facts.spot_checks, { check: 'X1', ...check }, { check: 'X2', ...check }]
		};
		const real = await elsewhere(factsFiles(more), policy);
		// trials were planned before: of tables made anew they are planned once more
		await compute(await engine(), readSql);
		await score(factsFiles(facts), [policy]);
		const one = {
			measure: 'service_skill',
			unitKind: 'branch',
			unit: branch,
			month,
			numerator: 1,
			denominator: 1
		};
		const adjustments = [one, one];
		// a trial without changes first: its plans are kept, and must see the rows that come later
		expect(totals((await trial(policy, policy)).rankings)).not.toEqual(totals(real.rankings));
		const tried = await trial(policy, policy, { adjustments });
		expect(totals(tried.rankings)).toEqual(totals(real.rankings));
	});

	it('scores managers by the staff’s means of the trial, not by those that stand', async () => {
		const file = (path: string, text: string) => ({ path, bytes: new TextEncoder().encode(text) });
		const files = [
			file(
				'people.csv',
				'person,name,branch,post,from,to\nM1,W,B01,呼叫中心经理,2020-01-01,\nS1,L,B01,客服,2020-01-01,\n'
			),
			file('ratings.csv', 'month,branch,person,role,rater,score\n2026-10,B01,S1,self,S1,40\n')
		];
		const now = policyWith({ missing_line: 'full_marks' });
		for (const line of now.scorecards[1]!.lines) line.target ??= '100';
		const other = structuredClone(now);
		other.raters[0]!.weight = '35';
		other.raters[1]!.weight = '40';
		const persons = (rows: Row[]): string[] =>
			rows
				.filter((r) => r['unit_kind'] === 'person')
				.map((r) => `${String(r['unit'])} ${String(r['total'])}`)
				.sort();
		const real = persons((await elsewhere(files, other)).rankings);
		const standing = persons((await score(files, [now])).rankings);
		const tried = await trial(now, other, { unitKind: 'person', months: ['2026-10'] });
		expect(persons(tried.rankings)).toEqual(real);
		expect(real).toHaveLength(2);
		expect(real.map((row, i) => row === standing[i])).toEqual([false, false]);
	});

	it('gives managers their staff’s mean where the trial is the first to have a card for them', async () => {
		const file = (path: string, text: string) => ({ path, bytes: new TextEncoder().encode(text) });
		const files = [
			file(
				'people.csv',
				'person,name,branch,post,from,to\nM1,W,B01,呼叫中心经理,2020-01-01,\nS1,L,B01,客服,2020-01-01,\n'
			),
			file('ratings.csv', 'month,branch,person,role,rater,score\n2026-10,B01,S1,self,S1,40\n')
		];
		const other = policyWith({ missing_line: 'full_marks' });
		for (const line of other.scorecards[1]!.lines) line.target ??= '100';
		const now = structuredClone(other);
		now.scorecards[1]!.applies_to.posts = ['别的岗位'];
		const manager = (rows: Row[]): unknown[] =>
			rows.filter((r) => r['unit'] === 'M1' && r['period'] === '2026-10').map((r) => String(r['total']));
		const real = manager((await elsewhere(files, other)).rankings);
		await score(files, [now]);
		const tried = await trial(now, other, { unitKind: 'person', months: ['2026-10'] });
		expect(manager(tried.rankings)).toEqual(real);
		expect(real).toHaveLength(1);
	});

	it('corrects an audit by the points that come off the total', async () => {
		const policy = policyWith({ missing_line: 'full_marks', blend: 'kpi_only' });
		const file = (path: string, text: string) => ({ path, bytes: new TextEncoder().encode(text) });
		await score(
			[
				file('branches.csv', 'branch\nB1\n'),
				file('audits.csv', 'audit,date,branch,points\na,2026-10-05,B1,4\nb,2026-10-06,B1,2\n')
			],
			[policy]
		);
		const of = { measure: 'audit', unitKind: 'branch', unit: 'B1', month: '2026-10' };
		const total = async (numerator: number, denominator: number): Promise<string[]> =>
			totals((await trial(policy, policy, { adjustments: [{ ...of, numerator, denominator }] })).rankings);
		expect(await total(0, 0)).toEqual(['2026-10 B1 94.000000']);
		expect(await total(-1, -4)).toEqual(['2026-10 B1 98.000000']);
		expect(await total(0, -1)).toEqual(['2026-10 B1 95.000000']);
		expect(await total(-2, -9)).toEqual(['2026-10 B1 100.000000']);
	});
});
