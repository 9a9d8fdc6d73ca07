import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { adjust } from '../../src/lib/compute/adjust';
import { runTrial } from '../../src/lib/compute/trial';
import { checkPolicy } from '../../src/lib/policy/check';
import { newLine } from '../../src/lib/policy/new-line';
import type { Policy, PolicyLine } from '../../src/lib/policy/schema';
import { correctedKey, measureKey } from '../../src/lib/policy/slice';
import { countedBy, countedQuery } from '../../src/lib/reports/evidence';
import { MEASURES } from '../../src/lib/sql/measures';
import { readSql } from '../../src/lib/sql/read';
import { arbitraryFacts } from '../support/arbitrary';
import { factsFiles } from '../support/facts-files';
import { policyWith } from '../support/policy';
import { computed, engine, load, RESTED } from '../support/scored';
import { specRows } from '../support/spec';

const rows = specRows(new URL('./slices.md', import.meta.url));
const files = Object.entries(rows[0]!.files).map(([dataset, text]) => ({
	path: `${dataset}.csv`,
	bytes: new TextEncoder().encode(text)
}));
type Slice = PolicyLine['slice'];
const sliceOf = ({ column, values }: Record<string, string>): Slice =>
	column ? { column, values: values!.split(' ') } : undefined;

/** The handbook's card with lines of its own, one a measure and part of it. */
function policyOf(lines: { measure: string; slice?: Slice }[]): Policy {
	const policy = structuredClone(policyWith());
	const [card] = policy.scorecards;
	card!.lines = lines.map(({ measure, slice }, i) => {
		const title = MEASURES[measure]!.title;
		const line = newLine(`own_${'abcdefghijklmnopqrstuvwxyz'[i]!}`, measure, title, card!.lines, true);
		return { ...line, weight: i === 0 ? '100' : '0', ...(slice && { slice }) };
	});
	return policy;
}
const all = rows.map(({ given }) => ({ measure: given['measure']!, slice: sliceOf(given) }));

async function counts(policy: Policy, none = RESTED): Promise<Map<string, string>> {
	const db = await engine();
	await load(files, [policy], db, undefined, { none });
	await computed(db);
	const found = await db.rows(
		`select line, status, numerator::double / per as n, denominator::double / per as d from scores.line
		where month = '2026-10' and unit_kind = 'branch' and unit = 'B1'`
	);
	return new Map(
		found.map((r) => [String(r['line']), `${String(r['n'])}/${String(r['d'])} ${String(r['status'])}`])
	);
}

describe('a part of a measure', () => {
	it('counts what is in it, for each line by itself, and its rows add up to it', async () => {
		const policy = policyOf(all);
		expect(checkPolicy(policy).issues).toEqual([]);
		const told = await counts(policy);
		const db = await engine();
		for (const [i, line] of policy.scorecards[0]!.lines.entries()) {
			const { then } = rows[i]!;
			const title = measureKey(line);
			expect(told.get(line.line)!.split(' ')[0], title).toBe(`${then['numerator']!}/${then['denominator']!}`);
			let [n, d] = [0, 0];
			for (const list of countedBy(line.measure, line.slice))
				for (const row of await db.rows(countedQuery(list, '2026-10', 'branch', 'B1'))) {
					n += Number(row['numerator']);
					d += Number(row['denominator']);
				}
			expect(`${String(n)}/${String(d)}`, title).toBe(`${then['numerator']!}/${then['denominator']!}`);
		}
	});

	it('has no data where nothing was read of what it rests on, as the whole has none', async () => {
		const policy = policyOf([
			{ measure: 'complaint_resolved', slice: { column: 'category', values: ['电梯'] } }
		]);
		const without = files.filter(({ path }) => path !== 'tickets.csv');
		const db = await engine();
		await load(without, [policy], db, undefined, { none: ['callbacks', 'attendance', 'spot_checks'] });
		await computed(db);
		const [line] = await db.rows("select status from scores.line where unit = 'B1' and month = '2026-10'");
		expect(line!['status']).toBe('no_data');
	});

	it('is corrected by itself, and tried out before it holds', async () => {
		const slice = { column: 'item', values: ['物业费'] };
		const [whole, part] = [{ measure: 'fee_collection' }, { measure: 'fee_collection', slice }];
		const policy = policyOf([whole, part]);
		await counts(policy);
		const db = await engine();
		await adjust(db, [
			{
				...{ unitKind: 'branch', unit: 'B1', month: '2026-10' },
				measure: measureKey(part),
				numerator: 5,
				denominator: 0
			}
		]);
		await computed(db);
		const lines = await db.rows(
			"select line, numerator::double / per as n from scores.line where unit = 'B1' and month = '2026-10' order by line"
		);
		expect(lines.map((r) => r['n'])).toEqual([160, 145]);
		// a trial that narrows a line counts anew
		await counts(policyOf([whole]));
		const outcome = await runTrial(db, readSql, {
			inForce: [policyOf([whole])],
			policies: [policyOf([part])],
			...{ adjustments: [], months: ['2026-10'], unitKind: 'branch', period: '2026-10', readings: [] },
			watch: 'B1'
		});
		expect(outcome.lines.map((l) => [l.numerator, l.denominator])).toEqual([['140', '200']]);
	});

	it('is refused where records lack the column, and where homes are counted', () => {
		const issue = (policy: Policy): string[] =>
			checkPolicy(policy).issues.map(({ path, message }) => `${path}: ${message}`);
		const [unknown] = issue(
			policyOf([{ measure: 'fee_collection', slice: { column: 'owner', values: ['x'] } }])
		);
		expect(unknown).toMatch(/lines\.own_a\.slice: .*item/);
		expect(
			issue(policyOf([{ measure: 'satisfaction', slice: { column: 'class', values: ['x'] } }]))
		).toHaveLength(1);
		const homes = policyOf([{ measure: 'fee_collection', slice: { column: 'item', values: ['x'] } }]);
		homes.parts!.fee_rate.denominator = 'all_homes';
		expect(issue(homes)).toHaveLength(1);
		const bar = policyOf([{ measure: 'log_on_time', slice: { column: 'kind', values: ['a|b'] } }]);
		expect(issue(bar)).toHaveLength(1);
	});

	it('and its other parts make the whole, of every unit and month of random tickets', async () => {
		const parts = ['complaint', 'repair'].map((kind) => ({ column: 'kind', values: [kind] }));
		const policy = policyOf(
			['ticket_completion', 'ticket_in_time'].flatMap((measure) => [
				{ measure },
				...parts.map((slice) => ({ measure, slice }))
			])
		);
		const db = await engine();
		let cells = 0;
		for (const facts of fc.sample(arbitraryFacts, { numRuns: 12, seed: 20261128 })) {
			await load(factsFiles(facts), [policy], db);
			await computed(db);
			const [sum] = await db.rows(`
				select count(*)::integer as cells, count(*) filter (whole <> parts)::integer as wrong
				from (
					select
						split_part(measure, '[', 1) as of, unit_kind, unit, month,
						(sum(numerator) filter (measure not like '%[%'), sum(denominator) filter (measure not like '%[%')) as whole,
						(sum(numerator) filter (measure like '%[%'), sum(denominator) filter (measure like '%[%')) as parts
					from measures.every
					where measure like 'ticket_%'
					group by all
				)`);
			cells += Number(sum!['cells']);
			expect(sum!['wrong']).toBe(0);
		}
		expect(cells).toBeGreaterThan(100);
	});

	it('can be had of every column that a measure names', async () => {
		const every = Object.entries(MEASURES).flatMap(([measure, { slices = {} }]) =>
			Object.keys(slices).map((column) => ({ measure, slice: { column, values: ['x'] } }))
		);
		expect(every.length).toBeGreaterThan(15);
		const db = await engine();
		for (let at = 0; at < every.length; at += 20) {
			const policy = policyOf(every.slice(at, at + 20));
			await counts(policy);
			for (const line of policy.scorecards[0]!.lines)
				for (const list of countedBy(line.measure, line.slice))
					expect(await db.rows(countedQuery(list, '2026-10', 'branch', 'B1'))).toEqual([]);
		}
	});

	it('keeps its corrections when other values are scored, in what stands and in a trial', async () => {
		const sliceBy = (...values: string[]): Policy =>
			policyOf([{ measure: 'fee_collection', slice: { column: 'item', values } }]);
		const [was, is] = [sliceBy('物业费'), sliceBy('物业费', '停车费')];
		const correction = { line: 'own_a', measure: 'fee_collection[item=物业费]' };
		expect(correctedKey(is, correction)).toBe('fee_collection[item=物业费|停车费]');
		expect(correctedKey(policyOf([{ measure: 'fee_collection' }]), correction)).toBe('fee_collection');
		expect(correctedKey(policyOf([{ measure: 'log_on_time' }]), correction)).toBe(correction.measure);
		const db = await engine();
		await load(files, [was], db, undefined, { none: RESTED });
		await adjust(db, [
			{
				measure: correction.measure,
				...{ unitKind: 'branch', unit: 'B1', month: '2026-10' },
				numerator: 5,
				denominator: 0
			}
		]);
		await computed(db);
		const outcome = await runTrial(db, readSql, {
			...{ inForce: [was], policies: [is], adjustments: [], readings: [] },
			...{ months: ['2026-10'], unitKind: 'branch', period: '2026-10', watch: 'B1' }
		});
		const [line] = outcome.lines;
		expect([Number(line!.numerator), Number(line!.denominator)]).toEqual([165, 220]);
		// it is taken back
		expect(await db.rows('select measure from staging.adjustment')).toEqual([
			{ measure: correction.measure }
		]);
	});

	it('keeps its corrections when two lines change their parts for each other’s', async () => {
		const items = ['物业费', '水费'];
		const policy = (...order: string[]): Policy =>
			policyOf(
				order.map((item) => ({ measure: 'fee_collection', slice: { column: 'item', values: [item] } }))
			);
		const [was, is] = [policy(...items), policy(...items.toReversed())];
		const db = await engine();
		await load(files, [was], db, undefined, { none: RESTED });
		const cell = { unitKind: 'branch', unit: 'B1', month: '2026-10', denominator: 0 };
		await adjust(db, [{ ...cell, measure: 'fee_collection[item=物业费]', numerator: 5 }]);
		await computed(db);
		const { lines } = await runTrial(db, readSql, {
			...{ inForce: [was], policies: [is], adjustments: [], readings: [] },
			...{ months: ['2026-10'], unitKind: 'branch', period: '2026-10', watch: 'B1' }
		});
		const told = Object.fromEntries(lines.map((l) => [l.line, `${l.numerator}/${l.denominator}`]));
		expect(told).toEqual({ own_a: '5/30', own_b: '140/200' });
	});
});
