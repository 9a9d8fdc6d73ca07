import { strFromU8, unzipSync } from 'fflate';
import { readXlsx } from 'hucre/xlsx';
import { beforeAll, describe, expect, it } from 'vitest';
import { encodeText } from '../../../scripts/samples/encoding';
import { sampleFiles } from '../../../scripts/samples/make-samples';
import { address, columnName, workbook, type BookSheet } from '../../../src/lib/sheets/workbook';
import type { Results } from '../../../src/lib/sql/rows';
import { bookSheets, wholeOf, type BookSource } from '../../../src/lib/views/book/book';
import { exactMean } from '../../../src/lib/views/book/exact-mean';
import { policyWith } from '../../support/policy';
import { results } from '../../support/scored';

let own: Results;
beforeAll(async () => {
	const files = sampleFiles().map(({ name, text, encoding }) => ({
		path: name,
		bytes: encodeText(text, encoding)
	}));
	own = await results(files, [policyWith()]);
});

const policy = policyWith();
const sheets = (more: Partial<BookSource> = {}): BookSheet[] =>
	bookSheets({
		lang: 'zh',
		results: own,
		policyIn: () => policy,
		kind: 'branch',
		periods: ['2026-09'],
		unit: null,
		stamp: '未封存',
		...more
	});

describe('a workbook that computes itself', () => {
	it('has a sheet of rules, of each month its totals and lines, and of a quarter its ranks', () => {
		expect(sheets().map(({ name }) => name)).toEqual([
			'说明',
			'总分 2026-09',
			'指标 2026-09',
			'规则 handbook-1'
		]);
		const quarter = sheets({
			periods: wholeOf(
				own,
				own.rules.map(({ month }) => month)
			)
		});
		expect(quarter.map(({ name }) => name)).toEqual([
			'说明',
			'季度 2026Q3',
			...['2026-07', '2026-08', '2026-09'].flatMap((month) => [`总分 ${month}`, `指标 ${month}`]),
			'规则 handbook-1'
		]);
		expect(sheets({ periods: ['2026-12'] })).toEqual([]);
	});

	it('says the scores as they were computed, where nobody computes', async () => {
		const read = await readXlsx(await workbook(sheets()));
		const rows = read.sheets[1]!.rows.slice(2);
		const totals = own.totals.filter((t) => t.month === '2026-09' && t.unit_kind === 'branch');
		expect(rows).toHaveLength(totals.length);
		for (const row of rows) {
			const total = totals.find(({ unit }) => unit === row[0])!;
			expect([row[4], row[11], row[15]]).toEqual(
				[total.kpi_points, total.blended, total.total].map((text) => (text === null ? '' : Number(text)))
			);
			const rank = own.rankings.find((r) => r.period === '2026-09' && r.unit === row[0]);
			expect(row[17]).toBe(rank?.rank ?? '');
		}
	});

	it('computes every score by a formula, and none of a name, whatever it says', async () => {
		const evil = '=HYPERLINK("http://x","y")';
		const named = own.units.map((u) => (u.unit === 'B01' ? { ...u, name: evil } : u));
		const bytes = await workbook(sheets({ results: { ...own, units: named } }));
		const { sheets: read } = await readXlsx(bytes);
		const [, totals] = read;
		const cells = [...read.flatMap((sheet) => [...(sheet.cells ?? [])])];
		expect(cells.some(([, { formula }]) => formula?.includes('HYPERLINK'))).toBe(false);
		const rows = totals!.rows.flatMap((row, r) => (row[1] === evil ? [r] : []));
		expect(rows).toHaveLength(1);
		for (const column of [4, 6, 11, 15, 17])
			expect(totals!.cells!.get(`${String(rows[0])},${String(column)}`)!.formula).toMatch(/^IF\(/);
		const parts = unzipSync(bytes);
		const xml = strFromU8(parts['xl/worksheets/sheet2.xml']!);
		expect(xml).toMatch(/<pane [^>]*state="frozen"/);
		expect(xml).toContain('<dataValidation ');
		expect(xml).not.toContain('sheetProtection');
		expect(strFromU8(parts['xl/workbook.xml']!)).toContain("'总分 2026-09'!$2:$2");
	});

	it('is of one unit alone with its rank as it was', () => {
		const [, totals, lines] = sheets({ unit: 'B01' });
		expect(totals!.rows.slice(2).map((row) => row[0]!.value)).toEqual(['B01']);
		expect(totals!.rows[2]![17]!.formula).toBeUndefined();
		expect(new Set(lines!.rows.slice(2).map((row) => row[0]!.value))).toEqual(new Set(['B01']));
	});
});

describe('an exact mean', () => {
	it('is the quotient that six decimals were rounded from', () => {
		expect(exactMean('90.333333')).toBe('271/3');
		expect(exactMean('88.571429')).toBe('620/7');
		expect(exactMean('90.5')).toBeNull();
		expect(exactMean('100')).toBeNull();
		for (const [sum, count] of [
			[1000, 11],
			[8765, 96],
			[269.5, 3]
		] as const) {
			const [over, under] = exactMean((sum / count).toFixed(6))!
				.split('/')
				.map(Number);
			expect(over! / under!).toBeCloseTo(sum / count, 9);
		}
	});
});

describe('an address', () => {
	it('has letters by columns and a row from 1', () => {
		expect([0, 25, 26, 51, 701, 702].map(columnName)).toEqual(['A', 'Z', 'AA', 'AZ', 'ZZ', 'AAA']);
		expect(address(0, 27)).toBe('$AB$1');
		expect(address(9, 0, false)).toBe('A10');
	});
});
