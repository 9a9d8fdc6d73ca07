import { beforeAll, describe, expect, it } from 'vitest';
import { encodeText } from '../../../scripts/samples/encoding';
import { sampleFiles } from '../../../scripts/samples/make-samples';
import { conflictsOf, repeatsBy } from '../../../src/lib/compute/repeats';
import { loadShown } from '../../../src/lib/compute/shown';
import { checksOf, oneCallback, SAMPLE, WEEKS } from '../../../src/lib/reports/desk';
import { columnsSql, countedBy, countedQuery } from '../../../src/lib/reports/evidence';
import { behindQuery, sectionQuery, shownOf } from '../../../src/lib/reports/part-view';
import { PARTS } from '../../../src/lib/reports/parts';
import { policyWith } from '../../support/policy';
import { columnsOf, expectTypes, sourceOf } from '../../support/row-types';
import { engine, reported, score } from '../../support/scored';

const source = sourceOf('reports/rows.ts');

describe('the types of rows that are asked for by the way', () => {
	beforeAll(async () => {
		const files = sampleFiles().map(({ name, encoding, text }) => ({
			path: name,
			bytes: encodeText(text, encoding)
		}));
		const [tickets] = files.filter(({ path }) => path.startsWith('工单'));
		// the same tickets once more, one of them told otherwise
		const text = new TextDecoder().decode(tickets!.bytes).replace('物业服务', '设施设备');
		await score([...files, { path: 'again.csv', bytes: new TextEncoder().encode(text) }], [policyWith()]);
		const sampling = { dataset: 'callbacks', seed: 'a', perWeek: 1 } as const;
		await loadShown(await engine(), { ...shownOf('2026-09', null, null), sampling });
	});

	const numbers = Array.from({ length: 60 }, (_, i) => i);
	const ofCallbacks = "select 'HF202609000001' as ref";
	it.each([
		['DrawnRow', SAMPLE],
		['DrawnRow', oneCallback('HF202609000001')],
		['CheckWeekRow', WEEKS],
		['CheckRow', checksOf(ofCallbacks, numbers)]
	])('%s is what the engine gives', async (type, query) => {
		const db = await engine();
		expectTypes(columnsOf(source, type), await db.rows(`describe ${query}`), await db.rows(query));
	});

	it('records that two files tell are paired, and those that differ named', async () => {
		const db = await engine();
		const [last] = await db.rows('select max(source_file)::integer as number from staging.ticket');
		const [repeats, conflicts] = [
			repeatsBy(Number(last!['number'])),
			conflictsOf(Number(last!['number']), 5)
		];
		for (const [type, query] of [
			['PairRow', repeats],
			['ConflictRow', conflicts]
		] as const) {
			const rows = await reported(db, query);
			expect(rows.length, type).toBeGreaterThan(0);
			expectTypes(columnsOf(source, type), await db.rows(`describe ${query}`), rows);
		}
	});

	it('rows behind a report have a column of every dimension and key, and of the branch that is shown', async () => {
		const db = await engine();
		const shown = { ...shownOf('2026-09', null, 'B03'), stages: { now: '保修', before: null }, kind: '巡楼' };
		for (const section of PARTS.flatMap((part) => part.sections).filter(({ behind }) => behind)) {
			const of = sectionQuery(section, null);
			const row = Object.fromEntries(
				(await db.rows(`describe ${of}`)).map((c) => [String(c['column_name']), 'x'])
			);
			for (const dimension of section.by ?? [null]) {
				const behind = behindQuery(section, shown, dimension, { ...row, slot: 'now' });
				const records = /"source_record" = /.test(behind);
				expect(records || section.whole === true || /branch.* = 'B03'/.test(behind), section.id).toBe(true);
				const dates = behind.replaceAll("'x'", 'null');
				await expect(
					db.rows(`describe ${dates}`),
					`${section.id} by ${String(dimension)}`
				).resolves.toBeDefined();
			}
		}
	});

	it('a row that counts says what it adds and where it stands', async () => {
		const db = await engine();
		const [list] = countedBy('service_skill');
		const query = countedQuery(list!, '2026-09', 'branch', 'B03');
		const described = await db.rows(`describe ${query}`);
		const beside = described.slice(columnsSql(list!).length);
		const rows = await reported(db, query);
		expect(rows.length).toBeGreaterThan(0);
		expectTypes(columnsOf(source, 'CountedRow'), beside, rows);
	});
});
