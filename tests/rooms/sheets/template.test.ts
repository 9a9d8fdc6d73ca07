import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { openFile } from '../../../src/lib/intake/open-file';
import { bytesSource } from '../../../src/lib/intake/source';
import { templateWorkbook } from '../../../src/lib/sheets/template';

/** A data set's workbook: its name, its rows as intake reads them, and its sheet as XML. */
async function written(name: string, lang: 'zh' | 'en') {
	const blob = await templateWorkbook(name, lang);
	const bytes = new Uint8Array(await blob.arrayBuffer());
	const parts = unzipSync(bytes);
	const [table] = (await openFile(bytesSource('x.xlsx', bytes))).tables;
	const text = new TextDecoder().decode(await table!.source.slice(0, table!.source.size));
	return {
		type: blob.type,
		book: strFromU8(parts['xl/workbook.xml']!),
		sheet: strFromU8(parts['xl/worksheets/sheet1.xml']!),
		styles: strFromU8(parts['xl/styles.xml']!),
		rows: text
			.trimEnd()
			.split('\n')
			.map((line) => line.split('\t'))
	};
}
const lists = (sheet: string): string[] =>
	[...sheet.matchAll(/<dataValidation [^>]*>.*?<\/dataValidation>/gs)].map(([xml]) => {
		const of = (pattern: RegExp): string => pattern.exec(xml)?.[1] ?? '';
		return `${of(/type="(\w+)"/)} ${of(/sqref="([^"]+)"/)} ${of(/allowBlank="(\w+)"/) === '1' ? 'or none' : 'needed'} ${of(/<formula1>(?:"|&quot;)(.*?)(?:"|&quot;)<\/formula1>/s)}`;
	});

describe('an empty workbook of a data set', () => {
	it('has the headers in the language asked for, one example row, text cells under a header that stays', async () => {
		const { type, book, sheet, styles, rows } = await written('spot_checks', 'zh');
		expect(type).toBe('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet');
		expect(book).toContain('name="抽查"');
		expect(rows).toEqual([
			'抽查编号 分部 工号 抽查日期 抽查事项 工单号 质检结果 性质严重 抽查途径 扣分原因'.split(' '),
			['CC000001', 'B01', 'B01-01', '2026-10-09 10:00:00', '接听质量', '', '合格']
		]);
		expect(sheet).toMatch(/<pane [^>]*ySplit="1"[^>]*state="frozen"/);
		expect(sheet).toMatch(/<col [^>]*width="18(?:\.\d+)?"/);
		expect(styles).toMatch(/<numFmt numFmtId="(\d+)" formatCode="@"\/>.*<xf numFmtId="\1"/);
		expect((await written('spot_checks', 'en')).rows[0]![1]).toBe('branch');
	});

	it('offers the words of its columns, as the sources write them, in the rows below the header', async () => {
		expect(lists((await written('spot_checks', 'zh')).sheet)).toEqual([
			'list E2:E2000 needed 专业技能,回访真实度,报表真实性,资料完整性,回访礼仪,维修质量,清洁卫生,考勤纪律,流程品质,营业厅服务,分局检查,其他',
			'list G2:G2000 needed 是,否',
			'list H2:H2000 or none 是,否'
		]);
		const { sheet } = await written('callbacks', 'zh');
		// labels take any text
		expect(lists(sheet).map((list) => list.split(' ')[1])).toEqual(['F2:F2000', 'J2:J2000', 'K2:K2000']);
		expect(lists(sheet)[2]).toBe('list K2:K2000 or none 非常不满意,不满意,一般,满意,非常满意');
		expect(sheet).toContain('<dataValidations count="3">');
	});

	it('names columns behind the twenty-sixth, too', async () => {
		const { sheet } = await written('tickets', 'zh');
		expect(lists(sheet).find((list) => list.includes('AA2:AA2000'))).toContain('等待客户');
	});
});
