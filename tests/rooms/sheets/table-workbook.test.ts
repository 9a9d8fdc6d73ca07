import { strFromU8, unzipSync } from 'fflate';
import { readXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { openFile } from '../../../src/lib/intake/open-file';
import { bytesSource } from '../../../src/lib/intake/source';
import { tableWorkbook } from '../../../src/lib/sheets/table-workbook';

const CELLS = [
	['名称', '总分', '比率', '金额', '差', '编号', '次数'],
	['城东', '98.27', '97.30%', '¥1,100.50', '−3', '007', '12,345'],
	['=HYPERLINK("x")', '0.5', '0%', '¥0', '+1.5', '12345678901234567', '1,23'],
	['+cmd|x', '', '−0.38%', '', '0', 'B01', '-']
];

describe('a table as a workbook', () => {
	it('holds numbers as numbers and all else as text', async () => {
		const { sheets } = await readXlsx(await tableWorkbook('排名/2026:09', CELLS, ['规则 handbook-1']));
		expect(sheets[0]!.name).toBe('排名 2026 09');
		const rows = sheets[0]!.rows;
		expect(rows[1]).toEqual(['城东', 98.27, 0.973, 1100.5, -3, '007', 12345]);
		expect(rows[2]!.slice(0, 5)).toEqual(['=HYPERLINK("x")', 0.5, 0, 0, 1.5]);
		expect(rows[2]!.slice(5)).toEqual(['12345678901234567', '1,23']);
		expect(rows[3]!.filter((cell) => cell !== null && cell !== '')).toEqual([
			'+cmd|x',
			-0.0038,
			0,
			'B01',
			'-'
		]);
		expect(rows[5]![0]).toBe('规则 handbook-1');
	});

	it('shows them as they stood, and has no formula', async () => {
		const bytes = await tableWorkbook('t', CELLS);
		const sheet = strFromU8(unzipSync(bytes)['xl/worksheets/sheet1.xml']!);
		expect(sheet).not.toMatch(/<f[ >]/);
		expect(sheet).toMatch(/<pane [^>]*state="frozen"/);
		const [table] = (await openFile(bytesSource('t.xlsx', bytes))).tables;
		const text = new TextDecoder().decode(await table!.source.slice(0, table!.source.size));
		// intake reads a cell as it is shown
		const shown = text
			.trimEnd()
			.split('\n')
			.map((line) => line.split('\t'));
		// it tells a rate by its value, whatever decimals are shown
		expect(strFromU8(unzipSync(bytes)['xl/styles.xml']!)).toContain('"0.00%"');
		expect(shown[1]).toEqual(['城东', '98.27', '97.3%', '¥1,100.50', '-3', '007', '12,345']);
		expect(shown[2]!.slice(1, 5)).toEqual(['0.5', '0%', '¥0', '+1.5']);
	});
});
