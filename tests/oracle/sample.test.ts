import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { encodeText } from '../../scripts/samples/encoding';
import { random } from '../../scripts/samples/random';
import { sampleFiles } from '../../scripts/samples/make-samples';
import { readSql } from '../../src/lib/sql/read';
import { readResult, RESULTS, type ResultName } from '../../src/lib/compute/results';
import { compute } from '../../src/lib/compute/run';
import { countedBy, countedQuery } from '../../src/lib/reports/evidence';
import { openNativeEngine } from '../../src/lib/engine/native';
import { policyWith } from '../support/policy';
import { engine, load, score, type TextFile } from '../support/scored';

type Results = Awaited<ReturnType<typeof score>>;
const policy = policyWith();
const files = (): TextFile[] =>
	sampleFiles().map(({ name, encoding, text }) => ({ path: name, bytes: encodeText(text, encoding) }));
const hash = (results: unknown): string =>
	createHash('sha256').update(JSON.stringify(results)).digest('hex').slice(0, 16);
let results: Results;

beforeAll(async () => {
	results = await score(files(), [policy]);
});

describe('the sample quarter', () => {
	it('tells its stories', () => {
		const quarter = results.rankings.filter((r) => r['period'] === '2026Q3' && r['unit_kind'] === 'branch');
		expect(quarter.slice(0, 3).map((r) => [r['unit'], r['rank'], r['tied']])).toEqual([
			['B01', '1', 'false'],
			['B02', '2', 'true'],
			['B03', '2', 'true']
		]);
		expect(results.awards.filter((r) => r['unit_kind'] === 'branch').map((r) => r['amount'])).toEqual([
			'500',
			'300',
			'300'
		]);
		const totals = results.rankings
			.filter((r) => r['unit_kind'] === 'branch' && r['period']!.includes('-'))
			.map((r) => Number(r['total']));
		expect(Math.min(...totals)).toBeLessThan(65);
		expect(Math.max(...totals)).toBeGreaterThan(95);
		expect(results.totals.find((r) => r['unit'] === 'B09' && r['month'] === '2026-08')).toMatchObject({
			status: 'incomplete',
			missing: 'callback_completion'
		});
		const rankOf = (unit: string, period: string): string | undefined =>
			results.rankings.find((r) => r['unit'] === unit && r['period'] === period)?.['rank'];
		expect(Number(rankOf('B06', '2026-07'))).toBeLessThanOrEqual(3);
		expect(results.followups.some((f) => f['unit'] === 'B06' && f['period'] === '2026-09')).toBe(true);
		expect(results.nexts.some((n) => n['unit'] === 'B07' && Number(n['lone_tier']) > 3)).toBe(true);
	});

	it('accounts for every record', async () => {
		for (const { outcome, path } of await load(files(), [policy])) {
			const { records, accepted, rejected, preamble, footer, blank } = outcome.tally;
			expect(accepted + rejected + preamble + footer + blank, path).toBe(records);
			expect(outcome.mismatch, path).toBeNull();
		}
	});

	it('comes out the same from native DuckDB, with one thread and with two', async () => {
		for (const threads of [1, 2]) {
			const native = await openNativeEngine({ threads });
			await load(files(), [policy], native);
			await compute(native, readSql);
			for (const name of Object.keys(RESULTS) as ResultName[]) {
				const rows = (await readResult(native, name)).map((row) =>
					Object.fromEntries(Object.entries(row).map(([k, v]) => [k, v === null ? '' : String(v)]))
				);
				expect(hash(rows), `${name} with ${threads} threads`).toBe(hash(results[name]));
			}
			await native.close();
		}
	});

	it('does not depend on the order of rows or files', async () => {
		const draw = random(7);
		const shuffled = sampleFiles().map(({ name, encoding, text }) => {
			const lines = text.replace(/"[^"]*"/g, (cell) => cell.replaceAll('\n', '\u0001')).split('\r\n');
			const from = 1 + lines.findIndex((l) => /分部/.test(l) && !/汇总|导出/.test(l));
			const to = lines.length - 1 - (/^(合计|共)/.test(lines.at(-2) ?? '') ? 1 : 0);
			const body = lines.slice(from, to);
			draw.shuffle(body);
			const mixed = [...lines.slice(0, from), ...body, ...lines.slice(to)]
				.join('\r\n')
				.replaceAll('\u0001', '\n');
			return { path: `${String(draw.below(1000))}_${name}`, bytes: encodeText(mixed, encoding) };
		});
		draw.shuffle(shuffled);
		const again = await score(shuffled, [policy]);
		for (const name of ['lines', 'totals', 'rankings', 'awards', 'followups'] as const)
			expect(hash(again[name]), name).toBe(hash(results[name]));
	});
});

describe('every number opens to its rows', () => {
	it('recounting the listed rows gives numerator and denominator of every cell again', async () => {
		const db = await engine();
		await score(files(), [policy], { db });
		const lines = results.lines.filter((l) => l['month'] === '2026-09' && l['status'] !== 'not_applicable');
		for (const line of lines) {
			const rule = policy.scorecards[0]!.lines.find((l) => l.line === line['line'])!;
			let [numerator, denominator] = [0, 0];
			for (const list of countedBy(rule.measure)) {
				const rows = await db.rows(countedQuery(list, line['month']!, line['unit_kind']!, line['unit']!));
				numerator += rows.reduce((sum, r) => sum + Number(r['numerator']), 0);
				denominator += rows.reduce((sum, r) => sum + Number(r['denominator']), 0);
				expect(rows.every((r) => Number(r['source_line']) > 1)).toBe(true);
			}
			const quota = rule.measure === 'callback_completion' ? Math.round(denominator * 200) : denominator;
			expect([String(numerator), String(quota)], JSON.stringify(line)).toEqual([
				line['numerator'],
				line['denominator']
			]);
		}
	});
});
