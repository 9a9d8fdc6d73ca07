import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sampleFiles } from '../../scripts/samples/make-samples';
import { encodeText } from '../../scripts/samples/encoding';
import type { Policy } from '../../src/lib/policy/schema';
import { workbook, type BookSheet } from '../../src/lib/sheets/workbook';
import type { Results } from '../../src/lib/sql/rows';
import { bookSheets, wholeOf } from '../../src/lib/views/book/book';
import { arbitraryFacts, arbitraryPolicy } from '../support/arbitrary';
import { factsFiles } from '../support/facts-files';
import { policyWith } from '../support/policy';
import { randomSets } from '../support/random-sets';
import { results, type TextFile } from '../support/scored';
import { cellsOf, recalculated } from './recalculated';

/** Half of the sixth decimal, to which ours are rounded: a total that is rounded itself must be the same. */
const LEAST = 0.00000050001;
const sample: TextFile[] = sampleFiles().map(({ name, text, encoding }) => ({
	path: name,
	bytes: encodeText(text, encoding)
}));

function sheetsOf(
	own: Results,
	policy: Policy,
	kind: 'branch' | 'person' = 'branch',
	review: { unit: string; years: string[] } | null = null
): BookSheet[] {
	const months = own.rules.map(({ month }) => month);
	const periods = [...months, ...wholeOf(own, months)];
	return bookSheets({
		lang: 'zh',
		results: own,
		policyIn: () => policy,
		kind,
		periods,
		...(review ?? { unit: null }),
		stamp: ''
	});
}

type Cells = Awaited<ReturnType<typeof cellsOf>>;

/** Cells that two workbooks have otherwise. */
const otherwise = (one: Cells, two: Cells): string[] =>
	[...one].flatMap(([at, value]) => {
		const other = two.get(at) ?? null;
		const isSame =
			typeof value === 'number' && typeof other === 'number'
				? Math.abs(value - other) <= LEAST
				: value === other;
		return isSame ? [] : [`${at}: ${String(value)} ≠ ${String(other)}`];
	});

const formulas = (sheets: BookSheet[]): number =>
	sheets.flatMap(({ rows }) => rows.flat()).filter(({ formula }) => formula !== undefined).length;

describe('a workbook that computes itself, computed by LibreOffice', () => {
	it('comes to every figure of the sample quarter, of branches and people', async () => {
		const own = await results(sample, [policyWith()]);
		const books = (['branch', 'person'] as const).map((kind) => sheetsOf(own, policyWith(), kind));
		expect(books.map(formulas).every((count) => count > 1000)).toBe(true);
		const written = await Promise.all(books.map(workbook));
		const computed = await recalculated(written);
		for (const [i, book] of written.entries())
			expect(otherwise(await cellsOf(book), computed[i]!)).toEqual([]);
	});

	it('comes to a unit’s year: the mean of its months and the sum of its prizes', async () => {
		const own = await results(sample, [policyWith()]);
		const paid = own.awards.find((a) => a.unit_kind === 'branch')!;
		const sheets = sheetsOf(own, policyWith(), 'branch', { unit: paid.unit, years: ['2026'] });
		expect(sheets[1]!.name).toContain('2026');
		expect(formulas([sheets[1]!])).toBe(5);
		const written = await workbook(sheets);
		expect(otherwise(await cellsOf(written), (await recalculated([written]))[0]!)).toEqual([]);
	});

	it('comes to every figure under random policies and data', async () => {
		const cases = fc.sample(fc.tuple(arbitraryFacts, arbitraryPolicy), {
			numRuns: randomSets(60),
			seed: 20261128
		});
		const written: Uint8Array[] = [];
		let ranked = 0;
		for (const [facts, policy] of cases) {
			const own = await results(factsFiles(facts), [policy]);
			const sheets = (['branch', 'person'] as const).map((kind) => sheetsOf(own, policy, kind));
			for (const made of sheets.filter(({ length }) => length > 0)) written.push(await workbook(made));
			ranked += own.rankings.length;
		}
		expect(ranked).toBeGreaterThan(100);
		const computed = await recalculated(written);
		for (const [i, book] of written.entries())
			expect(otherwise(await cellsOf(book), computed[i]!)).toEqual([]);
	}, 900_000);

	it('comes to what the rules would give once a weight, a deduction or a prize is changed in it', async () => {
		const before = await results(sample, [policyWith()]);
		const changes: ((policy: Policy) => void)[] = [
			(policy) => (policy.scorecards[0]!.lines[0]!.weight = '35'),
			(policy) => (policy.scorecards[0]!.lines.find((l) => l.deduction_each)!.deduction_each = '0.5'),
			(policy) => (policy.raters[0]!.weight = '30'),
			(policy) => (policy.awards[0]!.prizes[0]!.amount = '1234.56')
		];
		const written: Uint8Array[] = [];
		const wanted: Cells[] = [];
		for (const change of changes) {
			const policy = policyWith();
			change(policy);
			const after = sheetsOf(await results(sample, [policy]), policy);
			const typed = sheetsOf(before, policyWith());
			// only what one would type: the rules
			typed.splice(-1, 1, after.at(-1)!);
			written.push(await workbook(typed));
			wanted.push(await cellsOf(await workbook(after)));
		}
		const computed = await recalculated(written);
		// the order of rows is what it was: compared by unit
		for (const [i, cells] of wanted.entries()) expect(byUnit(computed[i]!)).toEqual(byUnit(cells));
	});
});

/** What each unit of a total or quarter sheet has, rounded to what is compared. */
function byUnit(cells: Cells): Record<string, unknown> {
	const rows = new Map<string, (string | number | boolean | null)[]>();
	for (const [at, value] of cells) {
		const [, sheet, row, column] = /^(.*)!(\d+),(\d+)$/.exec(at)!;
		if (!/^(总分|季度)/.test(sheet!)) continue;
		const key = `${sheet!}!${row!}`;
		const list = rows.get(key) ?? [];
		list[Number(column)] = typeof value === 'number' ? Math.round(value * 1e6) / 1e6 : value;
		rows.set(key, list);
	}
	return Object.fromEntries(
		[...rows]
			.map(([key, row]): [string, unknown] => {
				const code = key.startsWith('季度') ? row[1] : row[0];
				return [`${key.split('!')[0]!}/${String(code)}`, row.map((value) => value ?? null)];
			})
			.sort(([a], [b]) => (a < b ? -1 : 1))
	);
}
