import { beforeAll, describe, expect, it } from 'vitest';
import { encodeText } from '../../../scripts/samples/encoding';
import { sampleFiles } from '../../../scripts/samples/make-samples';
import { readSql } from '../../../src/lib/sql/read';
import { runTrial, runUnder } from '../../../src/lib/compute/trial';
import { causesOf, movementQueries, type Cause, type Totals } from '../../../src/lib/reports/movement';
import type { Policy } from '../../../src/lib/policy/schema';
import { policyWith } from '../../support/policy';
import { engine, score, type TextFile } from '../../support/scored';

const files = (): TextFile[] =>
	sampleFiles().map(({ name, encoding, text }) => ({ path: name, bytes: encodeText(text, encoding) }));
const first = policyWith();
/** From September on, calls count more and satisfaction less. */
const second: Policy = structuredClone(first);
second.policy = 'second';
second.in_force_from = '2026-09';
second.scorecards[0]!.lines.find((l) => l.line === 'service_skill')!.weight = '35';
second.scorecards[0]!.lines.find((l) => l.line === 'satisfaction')!.weight = '5';

let results: Awaited<ReturnType<typeof score>>;
beforeAll(async () => {
	results = await score(files(), [first, second]);
});

const totalOf = (month: string, unit: string): (Totals & Record<string, string>) | undefined =>
	results.totals.find(
		(r) => r['month'] === month && r['unit'] === unit && r['status'] === 'ok'
	) as unknown as (Totals & Record<string, string>) | undefined;

async function causes(month: string, before: string, unit: string, old: Policy | null): Promise<Cause[]> {
	const db = await engine();
	const kind = unit.includes('-') ? 'person' : 'branch';
	const queries = movementQueries(month, kind, unit);
	const answers = old
		? await runUnder(
				db,
				readSql,
				{ inForce: second, policy: old, months: [before, month], unitKind: kind },
				queries
			)
		: await Promise.all(queries.map((q) => db.rows(q)));
	const [moves, raters, [byOld]] = answers as [never[], never[], Totals[]];
	const own = totalOf(month, unit)!;
	return causesOf(
		totalOf(before, unit)!,
		old ? { ...byOld!, total: own.total } : own,
		moves,
		raters,
		old ? byOld!.total : null,
		false
	);
}
const sum = (list: Cause[]): number => list.reduce((s, c) => s + c.amount, 0);

describe('why a total moved', () => {
	it('adds up exactly for every branch and person, with nothing left over', async () => {
		let told = 0;
		for (const { unit } of results.totals.filter((r) => r['month'] === '2026-08') as unknown as {
			unit: string;
		}[]) {
			const [was, now] = [totalOf('2026-07', unit), totalOf('2026-08', unit)];
			if (!was || !now) continue;
			const list = await causes('2026-08', '2026-07', unit, null);
			expect(sum(list), unit).toBe(Math.round((Number(now.total) - Number(was.total)) * 1e6));
			expect(
				list.filter((c) => c.kind === 'rest'),
				unit
			).toEqual([]);
			told++;
		}
		expect(told).toBeGreaterThan(20);
	});

	it('names a change of the rules apart from what the unit did', async () => {
		let told = 0;
		const people = results.totals.flatMap((r) =>
			r['month'] === '2026-09' && r['unit_kind'] === 'person' ? [r['unit']!] : []
		);
		for (const unit of ['B01', 'B02', 'B05', 'B06', 'B10', ...people.slice(0, 3)]) {
			const [was, now] = [totalOf('2026-08', unit), totalOf('2026-09', unit)];
			if (!was || !now) continue;
			const list = await causes('2026-09', '2026-08', unit, first);
			expect(sum(list), unit).toBe(Math.round((Number(now.total) - Number(was.total)) * 1e6));
			expect(
				list.filter((c) => c.kind === 'rest'),
				unit
			).toEqual([]);
			if (list.some((c) => c.kind === 'policy')) told++;
		}
		expect(told).toBeGreaterThan(0);
		// a reading that counts rows otherwise counts them otherwise here, too
		const strict = structuredClone(first);
		strict.readings['satisfied_means']!.choice = 'over_reached';
		const byStrict = await causes('2026-09', '2026-08', 'B02', strict);
		expect(byStrict.find((c) => c.kind === 'policy')?.amount ?? 0).not.toBe(
			(await causes('2026-09', '2026-08', 'B02', first)).find((c) => c.kind === 'policy')?.amount ?? 0
		);
		// the engine is as it was
		const [row] = await (await engine()).rows(`select count(*)::integer as n from policy.version`);
		expect(row!['n']).toBe(2);
	});
});

describe('one step further', () => {
	it('holds when the rows are added', async () => {
		const db = await engine();
		const month = '2026-09';
		const open = results.nexts.filter(
			(n) =>
				n['month'] === month &&
				n['unit_kind'] === 'branch' &&
				n['line'] === 'callback_completion' &&
				n['needed'] !== ''
		);
		expect(open.length).toBeGreaterThan(1);
		const promised: [unit: string, needed: number, total: string, rank: number][] = [];
		for (const next of open) {
			const needed = Number(next['needed']);
			const outcome = await runTrial(db, readSql, {
				inForce: [first, second],
				policies: [first, second],
				adjustments: [
					{
						measure: 'callback_completion',
						unitKind: 'branch',
						unit: next['unit']!,
						month,
						numerator: needed,
						denominator: 0
					}
				],
				months: [month],
				unitKind: 'branch',
				period: month,
				readings: []
			});
			const own = outcome.rankings.find((r) => r['unit'] === next['unit'])!;
			promised.push([next['unit']!, needed, own['total'], own['rank']]);
		}
		for (const [unit, needed, total, rank] of promised.slice(0, 1)) {
			const line = (n: number): string =>
				`N${unit}-${String(n)},${unit},${unit}-01,2026-09-15 10:00:00,已完成\n`;
			const text = (n: number): string =>
				`callback,branch,person,called_at,result\n${Array.from({ length: n }, (_, i) => line(i)).join('')}`;
			const more = { path: 'more.csv', bytes: new TextEncoder().encode(text(needed)) };
			const after = await score([...files(), more], [first, second]);
			const own = after.rankings.find((r) => r['period'] === month && r['unit'] === unit)!;
			expect([own['total'], Number(own['rank'])], unit).toEqual([total, rank]);
			const tier = (r: typeof after): string | undefined =>
				r.lines.find(
					(l) => l['month'] === month && l['unit'] === unit && l['line'] === 'callback_completion'
				)?.['tier'];
			expect(Number(tier(after))).toBeLessThan(Number(tier(results)));
			// and one fewer doesn't do
			const short = { path: 'more.csv', bytes: new TextEncoder().encode(text(needed - 1)) };
			expect(tier(await score([...files(), short], [first, second]))).toBe(tier(results));
		}
	});
});
