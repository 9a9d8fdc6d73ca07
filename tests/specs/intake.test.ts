import { gzipSync } from 'node:zlib';
import { zipSync } from 'fflate';
import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { encodeText } from '../../scripts/samples/encoding';
import { handedOver } from '../../scripts/sources';
import { settingOf, surveyWith } from '../../scripts/settings';
import { survey } from '../../src/lib/intake/survey';
import { datasetOf } from '../../src/lib/intake/dataset';
import { unpacked } from '../../src/lib/intake/handed';
import { openFile } from '../../src/lib/intake/open-file';
import { bytesSource } from '../../src/lib/intake/source';
import { unreadWarning } from '../../src/lib/intake/unread';
import { engine, load, score, type ReadText } from '../support/scored';
import { policyWith } from '../support/policy';
import { specRows, type SpecRow } from '../support/spec';

const sections = new Map<string, SpecRow[]>();
for (const row of specRows(new URL('./intake.md', import.meta.url)))
	sections.set(row.title, [...(sections.get(row.title) ?? []), row]);
const rowsOf = (title: string): SpecRow[] => {
	const rows = sections.get(title);
	if (!rows) throw new Error(`no section "${title}"`);
	return rows;
};
/** A table's cell with `\u200b` and the like as the characters. */
const real = (text: string): string =>
	text.replace(/\\u([0-9a-f]{4})/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
const bytesOf = (text: string): Uint8Array => encodeText(text, 'utf-8');

/** A staged column of the first row, as text. */
async function staged(dataset: string, column: string): Promise<string> {
	const db = await engine();
	const isTime = ['time'].includes(datasetOf(dataset).columns.find((c) => c.column === column)!.type);
	const value = isTime ? `strftime("${column}", '%Y-%m-%d %H:%M:%S')` : `"${column}"::varchar`;
	const [row] = await db.rows(`select ${value} as v from staging.${datasetOf(dataset).relation} limit 1`);
	const text = String(row?.['v'] ?? '');
	return /^-?\d+\.\d+$/.test(text) ? text.replace(/0+$/, '').replace(/\.$/, '') : text;
}

async function read(text: string, path = 'x.csv'): Promise<ReadText> {
	return (await load([{ path, bytes: bytesOf(text) }], [policyWith()]))[0]!;
}

describe('a number is shown by its format', () => {
	const rows = rowsOf('A number is shown by its format');
	it.each(rows)('$given.stored as $given.format is $given.shown', async ({ given }) => {
		const sheet = {
			name: 'S',
			rows: [['h', 'i']],
			cells: new Map([
				[
					'1,0',
					{ value: Number(given['stored']), type: 'number' as const, style: { numFmt: given['format']! } }
				]
			])
		};
		const bytes = await writeXlsx({ sheets: [sheet] });
		const { tables } = await openFile(bytesSource('x.xlsx', bytes));
		const text = new TextDecoder().decode(await tables[0]!.source.slice(0, tables[0]!.source.size));
		expect(text.split('\n')[1]!.split('\t')[0]).toBe(given['shown']);
	});
});

/** A record of a data set that is whole but for the cell that a specification gives. */
function record(dataset: string, column: string, cell: string): string {
	const example: Record<string, string> = { ...datasetOf(dataset).example, [column]: cell };
	const quoted = Object.values(example).map((v) => `"${v.replaceAll('"', '""')}"`);
	return `${Object.keys(example).join(',')}\n${quoted.join(',')}\n`;
}

describe('what a column takes', () => {
	it.each(rowsOf('What a column takes'))('$given.dataset $given.column: $given.cell', async ({ given }) => {
		const { dataset, column, cell, then } = given as Record<'dataset' | 'column' | 'cell' | 'then', string>;
		const file = await read(record(dataset, column, real(cell)));
		const [reject] = file.rejects;
		expect(reject ? `reject ${reject.code}` : await staged(dataset, column)).toBe(then);
		if (reject) expect(reject.column).toBe(column);
	});
});

/** What a file gave beside the facts that a specification names. */
async function outcome(file: ReadText, then: string): Promise<string> {
	const { tally } = file.outcome;
	const warned = [...file.how.warnings, ...file.outcome.warnings].map((w) => `${w.code}:${w.column}`);
	const words = then.split(/ (?=[a-z_]+=|reject |rejected |accepted |footer |preamble |warns )/);
	const said: string[] = [];
	for (const word of words) {
		const fact = /^([a-z_]+)=/.exec(word);
		if (fact) said.push(`${fact[1]!}=${await staged(file.dataset!, fact[1]!)}`);
		else if (word.startsWith('reject ')) said.push(`reject ${file.rejects[0]?.code ?? 'nothing'}`);
		else if (word.startsWith('warns '))
			said.push(warned.includes(word.slice(6)) ? word : `warns ${warned.join()}`);
		else {
			const [what] = word.split(' ');
			said.push(`${what!} ${String(tally[what as 'accepted'])}`);
		}
	}
	return said.join(' ');
}

describe('a header says all it says', () => {
	it.each(rowsOf('A header says all it says'))('$given.headers → $given.then', async ({ given }) => {
		const file = await read(`${real(given['headers']!)}\n${given['records']!}\n`);
		expect(await outcome(file, given['then']!)).toBe(given['then']);
	});
});

describe('titles and footers', () => {
	it.each(rowsOf('Titles and footers'))('$given.text', async ({ given }) => {
		const file = await read(given['text']!.split('/').join('\n') + '\n');
		expect(await outcome(file, given['then']!)).toBe(given['then']);
		const { records, accepted, rejected, preamble, footer, blank } = file.outcome.tally;
		expect(accepted + rejected + preamble + footer + blank).toBe(records);
	});
});

/** Text in an encoding that Node only decodes, by looking each character up. */
function encoded(text: string, encoding: string): Uint8Array {
	if (encoding === 'gb18030') return encodeText(text, 'gb18030');
	const decoder = new TextDecoder(encoding);
	const codes = new Map<string, number[]>();
	for (let lead = 0x81; lead <= 0xfe; lead++)
		for (let trail = 0x40; trail <= 0xfe; trail++) {
			const char = decoder.decode(Uint8Array.of(lead, trail));
			if (char.length === 1 && !codes.has(char)) codes.set(char, [lead, trail]);
		}
	return Uint8Array.from(
		[...text].flatMap((char) => (char < '\u0080' ? [char.charCodeAt(0)] : (codes.get(char) ?? [0x3f])))
	);
}

describe('which encoding', () => {
	it.each(rowsOf('Which encoding'))('$given.encoding: $given.note', async ({ given }) => {
		const text = `callback,branch,person,called_at,result,note\nH1,B01,P1,2026-10-05,reached,${given['note']!}\n`;
		const bytes = encoded(text, given['encoding']!);
		const found = await survey(bytesSource('x.csv', bytes));
		const [table] = found.tables;
		expect(table!.encoding.encoding).toBe(given['then']);
		expect(table!.how.asks).toEqual([]);
		expect(table!.how.preview[0]!.at(-1)).toBe(given['note']);
	});

	it('asks where it can’t be told, and takes what is said', async () => {
		const bytes = encoded(
			'callback,branch,person,called_at,result,note\nH1,B01,P1,2026-10-05,reached,고객\n',
			'euc-kr'
		);
		const many = encoded(
			`callback,branch,person,called_at,result,note\nH1,B01,P1,2026-10-05,reached,${'고객이상품을받았습니다'.repeat(3)}\n`,
			'euc-kr'
		);
		const unsure = await load([{ path: 'x.csv', bytes: many }], [policyWith()]);
		expect(unsure[0]!.rejects.map((r) => r.code)).toEqual(['encoding']);
		const said = await survey(bytesSource('x.csv', bytes), { encoding: 'euc-kr' });
		expect(said.tables[0]!.how.preview[0]!.at(-1)).toBe('고객');
		expect(said.tables[0]!.how.asks).toEqual([]);
	});
});

describe('what is said of a file beside it', () => {
	const found = async (bytes: Uint8Array, path: string, settings: string[]) => {
		const said = settings.map((text) => settingOf(text)!);
		const { tables } = await surveyWith(bytesSource(path, bytes), said, null);
		return {
			tables: tables.map(({ sheet, how }) => [sheet, how.mapping?.implied['month'] ?? null]),
			unused: said.filter((s) => !s.used).map((s) => s.text),
			amount: tables[0]!.how.mapping?.columns['amount']
		};
	};

	it('holds for the sheet that is named, or for all', async () => {
		const rows = [
			['分部', '工号', '应出勤天数', '实际出勤天数'],
			['B01', 'P1', '22', '21']
		];
		const sheets = ['七月', '八月'].map((name) => ({ name, rows }));
		const book = await writeXlsx({ sheets });
		const [july, august] = ['b.xlsx#七月:month=2026-07', 'b.xlsx#八月:month=2026-08'];
		expect(await found(book, 'in/b.xlsx', [july, august])).toMatchObject({
			tables: [
				['七月', '2026-07'],
				['八月', '2026-08']
			],
			unused: []
		});
		expect(await found(book, 'b.xlsx', ['b.xlsx:month=2026-07', 'b.xlsx#九月:month=2026-09'])).toMatchObject({
			tables: [
				['七月', '2026-07'],
				['八月', '2026-07']
			],
			unused: ['b.xlsx#九月:month=2026-09']
		});
	});

	it('chooses among headers of one name by their order', async () => {
		const text = bytesOf('回款编号,日期,小组,回款金额,回款金额\nK1,2026-10-01,一组,1,2\n');
		expect(await found(text, 'x.csv', ['x.csv:amount=@回款金额#2'])).toMatchObject({ amount: 4, unused: [] });
		expect(await found(text, 'x.csv', ['x.csv:amount=@回款金额#3'])).toMatchObject({
			unused: ['x.csv:amount=@回款金额#3']
		});
	});
});

describe('merged cells', () => {
	it('say of a number that is summed that it counts for each of its rows, and of others nothing', async () => {
		const merged = async (header: string[], rows: string[][], col: number): Promise<string[]> => {
			const merges = [{ startRow: 1, endRow: 2, startCol: col, endCol: col }];
			const bytes = await writeXlsx({ sheets: [{ name: '表', rows: [header, ...rows], merges }] });
			const { tables } = await survey(bytesSource('x.xlsx', bytes));
			return tables[0]!.how.warnings.filter((w) => w.severity === 'loss').map((w) => `${w.code}:${w.column}`);
		};
		const receipt = ['回款编号', '日期', '小组', '回款金额'];
		const paid = [
			['K1', '2026-10-01', '一组', '50000'],
			['K2', '2026-10-02', '一组', '']
		];
		expect(await merged(receipt, paid, 3)).toEqual(['merged_number:amount']);
		expect(await merged(receipt, paid, 2)).toEqual([]);
		const days = ['月份', '分部', '工号', '应出勤天数', '实际出勤天数'];
		const people = [
			['2026-10', 'B01', 'P1', '22', '21'],
			['2026-10', 'B01', 'P2', '', '20']
		];
		expect(await merged(days, people, 3)).toEqual([]);
	});
});

const ascii = (text: string): Uint8Array => new TextEncoder().encode(text);
const SAMPLES: Record<string, () => Promise<Uint8Array> | Uint8Array> = {
	pdf: () => ascii('%PDF-1.7'),
	image: () => Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 0, 16),
	numbers: () => zipSync({ 'Index/Document.iwa': ascii('x') }),
	xlsb: () => zipSync({ 'xl/workbook.bin': ascii('x') }),
	document: () => zipSync({ '[Content_Types].xml': ascii('x'), 'word/document.xml': ascii('x') }),
	rar: () => ascii('Rar!\u001a\u0007'),
	gzip: () => gzipSync(ascii('x')),
	spreadsheetml: () =>
		ascii('<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook xmlns="urn:x"></Workbook>'),
	mhtml: () => ascii('MIME-Version: 1.0\nContent-Type: multipart/related'),
	sylk: () => ascii('ID;PWXL;N;E\n'),
	rtf: () => ascii('{\\rtf1}'),
	old_excel: () => Uint8Array.of(9, 8, 8, 0, 0, 5, 16, 0, 0, 0),
	password: () =>
		writeXlsx({ sheets: [{ name: 'S', rows: [['x']] }], encryption: { password: 'p', spinCount: 10 } }),
	system: () => ascii('x')
};

describe('files that are not read', () => {
	it.each(rowsOf('Files that are not read'))('$given.file', async ({ given }) => {
		const { file, code, severity } = given as Record<'file' | 'code' | 'severity', string>;
		const bytes = new Uint8Array(await SAMPLES[code]!());
		const { sources, warnings } = await handedOver([bytesSource(file, bytes)]);
		for (const source of sources) {
			const { unreadable } = await survey(source);
			if (unreadable) warnings.push({ file, dataset: null, warning: unreadWarning(file, unreadable) });
		}
		expect(warnings.map((w) => [w.warning.code, w.warning.detail.split(':')[0], w.warning.severity])).toEqual(
			[['unread_file', code, severity]]
		);
	});

	it('opens a zip archive, one within it too, with names in GB18030, and no bomb', async () => {
		const locked = zipSync({ 'a.csv': ascii('x,y') });
		locked[6]! |= 1;
		await expect(unpacked(bytesSource('a.zip', locked))).rejects.toMatchObject({ code: 'archive_password' });
		const csv = ascii('merit,date,branch,type\nM1,2026-07-01,B01,letter\n');
		const inner = zipSync({ 'b.csv': csv });
		const named = zipSync({ [String.fromCharCode(...encodeText('奖惩', 'gb18030'))]: csv });
		const { sources } = await handedOver([
			bytesSource('a.zip', zipSync({ 'x/a.csv': csv, 'inner.zip': inner, '__MACOSX/a.csv': csv })),
			bytesSource('b.zip', named)
		]);
		expect(sources.map((s) => s.path)).toEqual(['a.zip/x/a.csv', 'a.zip/inner.zip/b.csv', 'b.zip/奖惩']);
		const bomb = zipSync({ 'x.csv': new Uint8Array(2 ** 26) }, { level: 9 });
		const { warnings } = await handedOver([bytesSource('bomb.zip', bomb)]);
		expect(warnings.map((w) => w.warning.detail.split(':')[0])).toEqual(['bomb']);
	});
});

describe('unreadable is not absent', () => {
	it.each([
		...rowsOf('Unreadable is not absent'),
		...rowsOf("A branch's own audits and merits that can't be read")
	])('$given.unit $given.line, stated: $given.stated', async ({ given, files }) => {
		const { stated, unit, line, status, total } = given;
		const texts = Object.entries(files).map(([name, text]) => ({
			path: `${name}.csv`,
			bytes: bytesOf(text)
		}));
		const results = await score(texts, [policyWith()], {
			none: stated!.split(' ').filter(Boolean),
			only: ['lines', 'totals']
		});
		const mine = (r: Record<string, string>): boolean => r['unit'] === unit && r['unit_kind'] === 'branch';
		expect({
			status: results.lines.find((r) => mine(r) && r['line'] === line)!['status'],
			total: results.totals.find(mine)!['status']
		}).toEqual({ status, total });
	});
});

describe('a satisfaction scale holds for all files of a layout', () => {
	it('whichever of them shows it, and for that layout alone', async () => {
		const head = '回访编号,分部,回访人,回访时间,回访结果,满意度';
		const file = (name: string, points: number, header = head) => ({
			path: `${name}.csv`,
			bytes: bytesOf(`${header}\n${name},B01,P1,2026-10-05,已完成,${String(points)}\n`)
		});
		const other = '回访单号,分部,回访人,回访时间,回访结果,满意度';
		await load([file('a', 5), file('b', 9), file('c', 3, other)], [policyWith()]);
		const rows = await (
			await engine()
		).rows('select callback, satisfaction from staging.callback order by 1');
		expect(rows).toEqual([
			{ callback: 'a', satisfaction: '3' },
			{ callback: 'b', satisfaction: '5' },
			{ callback: 'c', satisfaction: '3' }
		]);
	});
});

describe('the branch of a record', () => {
	it('is the person’s own where the file’s department is no branch', async () => {
		const read = await load(
			[
				{ path: 'branches.csv', bytes: bytesOf('分部,分部名称\nB01,城东\n') },
				{ path: 'people.csv', bytes: bytesOf('工号,姓名,分部,岗位\nP1,张三,B01,客服\n') },
				{
					path: '考勤.csv',
					bytes: bytesOf(
						'2026年10月考勤\n姓名,部门,应出勤,实出勤\n张三,客服一部,22,21\n李四,客服一部,22,21\n'
					)
				}
			],
			[policyWith()]
		);
		expect(read[2]!.rejects.map((r) => [r.record, r.column, r.code])).toEqual([
			[2, 'person', 'unknown_person']
		]);
		const rows = await (await engine()).rows('select branch, person, month from staging.attendance');
		expect(rows).toEqual([{ branch: 'B01', person: 'P1', month: '2026-10' }]);
	});
});
