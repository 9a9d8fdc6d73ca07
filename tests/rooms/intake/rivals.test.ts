import { describe, expect, it } from 'vitest';
import { layoutSignature, type Layout } from '../../../src/lib/intake/layout';
import { bytesSource } from '../../../src/lib/intake/source';
import { survey, type Asked } from '../../../src/lib/intake/survey';

/** What is understood of a table: the headers that its columns take, what is asked, and what is said of headers. */
async function understood(lines: string[], asked: Asked = {}) {
	const { tables } = await survey(bytesSource('x.csv', new TextEncoder().encode(lines.join('\n'))), asked);
	const { how } = tables[0]!;
	return {
		dataset: how.mapping?.dataset,
		columns: how.mapping?.columns ?? {},
		asks: how.asks.map((a) => `${a.kind} ${a.column} ${a.said.join('|')}`),
		said: how.warnings
			.filter((w) => /header/.test(w.code))
			.map((w) => `${w.severity} ${w.code} ${w.column} ${w.detail}`.trim())
	};
}

const CALLBACKS = '回访编号,分部,回访人,回访时间,回访结果';
const call = (i: number, rest: string): string =>
	`HF${String(i)},B01,P1,2026-10-0${String(i)} 10:00:00,已完成,${rest}`;
const TICKETS = '工单编号,分部,类型,受理时间,状态';
const ticket = (i: number, rest: string): string =>
	`GD${String(i)},B01,投诉,2026-10-0${String(i)} 10:00:00,已结案,${rest}`;

describe('of two columns that fit one field', () => {
	it('the first with values stands where no score reads them, and it is said', async () => {
		expect(await understood([`${CALLBACKS},备注,回访意见`, call(1, '好,快'), call(2, ',慢')])).toMatchObject({
			columns: { note: 5 },
			asks: [],
			said: ['note ambiguous_header note 备注|回访意见']
		});
		const late = [`${TICKETS},到场时间,上门时间`, ticket(1, '2026-10-01 11:00,2026-10-01 12:00')];
		expect(await understood(late)).toMatchObject({
			columns: { arrived_at: 5 },
			asks: [],
			said: ['note ambiguous_header arrived_at 到场时间|上门时间']
		});
	});
	it('the one that holds anything stands, and nothing is said of another name', async () => {
		expect(await understood([`${CALLBACKS},备注,回访意见`, call(1, ',快'), call(2, '--,慢')])).toMatchObject({
			columns: { note: 6 },
			asks: [],
			said: []
		});
		expect(await understood([`${CALLBACKS},备注,备注`, call(1, ',快')])).toMatchObject({
			columns: { note: 6 },
			said: ['note duplicate_header 备注']
		});
	});
	it('either stands where they say the same', async () => {
		expect(await understood([`${CALLBACKS},备注,回访意见`, call(1, '快,快'), call(2, ',')])).toMatchObject({
			columns: { note: 5 },
			asks: [],
			said: []
		});
		expect(await understood([`${CALLBACKS},备注,备注`, call(1, '快,快')])).toMatchObject({
			columns: { note: 5 },
			said: ['note duplicate_header 备注']
		});
	});
	it('the user must say where a score may read them', async () => {
		const closed = [`${TICKETS},完成时间,结案时间`, ticket(1, '2026-10-01 11:00,2026-10-01 12:00')];
		expect(await understood(closed)).toMatchObject({
			asks: ['ambiguous resolved_at 完成时间|结案时间'],
			said: ['loss ambiguous_header resolved_at 完成时间|结案时间']
		});
		// a word that isn't text, and text that a record needs
		expect((await understood([`${CALLBACKS},回访方式,回访方式`, call(1, '电话,微信')])).asks).toEqual([
			'ambiguous channel 回访方式|回访方式'
		]);
		const fees = ['费用编号,分部,房号,房号,费用项,费用月份,应收金额', 'F1,B01,1-1,1-2,物业费,2026-10,5'];
		expect((await understood(fees)).asks).toEqual(['ambiguous unit 房号|房号']);
	});
	it('a code stands before the name that it has, one for one, and nothing is said', async () => {
		const named = [
			'回访编号,分部,分部编号,回访人,回访时间,回访结果',
			'H1,城东,B01,P1,2026-10-01,已完成',
			'H2,城西,B02,P1,2026-10-02,已完成'
		];
		expect(await understood(named)).toMatchObject({ columns: { branch: 2 }, asks: [], said: [] });
		// one name of two codes, a name that is another's code, two names
		expect((await understood([...named, 'H3,城东,B03,P1,2026-10-03,已完成'])).asks).toHaveLength(1);
		expect((await understood([...named, 'H3,B01,B03,P1,2026-10-03,已完成'])).asks).toHaveLength(1);
		const names = named.map((line) => line.replace('分部编号', '项目'));
		expect((await understood(names)).asks).toEqual(['ambiguous branch 分部|项目']);
	});
});

describe('a layout that the user once corrected', () => {
	const header = ['编号', '网点', '谁', '何时', '如何', ' 说 ', '说'];
	const line = 'H1,B01,P1,2026-10-01,已完成,甲,乙';
	const columns = {
		callback: '编号',
		branch: '网点',
		person: '谁',
		called_at: '何时',
		result: '如何',
		note: '说'
	};
	const asked = (layout: Layout, given?: Record<string, string>): Asked => ({
		layouts: new Map([[layoutSignature(header), layout]]),
		...(given && { given })
	});
	const by = (layout: Layout, given?: Record<string, string>) =>
		understood([header.join(','), line], asked(layout, given));
	it('is read by it again, each column where it stood', async () => {
		expect(await by({ dataset: 'callbacks', columns })).toMatchObject({
			dataset: 'callbacks',
			columns: { callback: 0, branch: 1, person: 2, called_at: 3, result: 4, note: 5 }
		});
		const place = async (note: number) =>
			(await by({ dataset: 'callbacks', columns, places: { note } })).columns['note'];
		expect([await place(5), await place(6), await place(1), await place(99)]).toEqual([5, 6, 5, 5]);
		const twice = ['说', '说', '编号', '网点', '谁', '何时', '如何'];
		const again = await understood([twice.join(','), '甲,乙,H1,B01,P1,2026-10-01,已完成'], {
			layouts: new Map([[layoutSignature(twice), { dataset: 'callbacks', columns }]])
		});
		expect(again.columns['note']).toBe(0);
	});
	it('takes what is given only for columns that it lacks', async () => {
		const { branch: _, ...rest } = columns;
		const found = await understood(
			[header.join(','), line],
			asked({ dataset: 'callbacks', columns: rest }, { branch: 'B07', person: 'P9', month: '2026-10' })
		);
		expect(found).toMatchObject({ dataset: 'callbacks', columns: { person: 2 } });
		expect(found.columns).not.toHaveProperty('branch');
	});
	it('counts for nothing where its data set is no more, or a column is gone', async () => {
		expect((await by({ dataset: 'gone', columns })).dataset).toBe(undefined);
		expect((await by({ dataset: 'callbacks', columns: { ...columns, branch: '部' } })).dataset).toBe(
			undefined
		);
	});
});
