import { describe, expect, it } from 'vitest';
import { clipboardForms } from '../../../src/lib/sheets/clipboard';
import { csvText, harmless } from '../../../src/lib/sheets/csv';

describe('a cell that leaves the app', () => {
	it.each([
		['=1+1', "'=1+1"],
		['+cmd', "'+cmd"],
		['@SUM(A1)', "'@SUM(A1)"],
		['-2+3', "'-2+3"],
		['\n=1+1', "'\n=1+1"],
		['\r\n@x', "'\r\n@x"],
		[' \n \t=1+1', "' \n \t=1+1"],
		['\ufeff=1+1', "'\ufeff=1+1"],
		['\tx', "'\tx"],
		['\rx', "'\rx"],
		['\nx', "'\nx"],
		['a=1', 'a=1'],
		['a\n=1', 'a\n=1'],
		[' x', ' x'],
		['-5', '-5'],
		['-5x', "'-5x"],
		['x-5', 'x-5'],
		['+1,234.50', '+1,234.50'],
		['-¥1,234.50', '-¥1,234.50'],
		['-12.5%', '-12.5%'],
		['-12.%', "'-12.%"],
		['−5.25', '-5.25'],
		['−¥5', '-¥5'],
		['−a', '−a'],
		['a−5', 'a−5'],
		['−1.0（−1.8 ~ −0.2）', '−1.0（−1.8 ~ −0.2）'],
		[-3, '-3'],
		[true, 'true'],
		[null, '']
	])('%j is written %j', (cell, written) => expect(harmless(cell)).toBe(written));

	it('is quoted in CSV where it must be, under a UTF-8 mark, a line a row', () => {
		expect(
			csvText(
				['名称', 'n'],
				[
					['a,b', 1],
					['\n=1', null]
				]
			)
		).toBe('\ufeff名称,n\n"a,b",1\n"\'\n=1",\n');
	});

	it('keeps its place on the clipboard: no tab or line of its own in text, no tag in HTML', () => {
		expect(
			clipboardForms([
				['a\t\r\nb', '<i>&"</i>'],
				['=1', 'x'],
				['y', '']
			])
		).toEqual({
			tsv: 'a b\t<i>&"</i>\n\'=1\tx\ny\t',
			html: "<table><tr><th>a\t\r\nb</th><th>&lt;i&gt;&amp;&quot;&lt;/i&gt;</th></tr><tr><td>'=1</td><td>x</td></tr><tr><td>y</td><td></td></tr></table>"
		});
		expect(clipboardForms([])).toEqual({ tsv: '', html: '<table><tr></tr></table>' });
	});
});
