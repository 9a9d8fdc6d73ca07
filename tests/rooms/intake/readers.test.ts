import fc from 'fast-check';
import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { encodeText, type SampleEncoding } from '../../../scripts/samples/encoding';
import { listPlaces } from '../../../src/lib/intake/answers';
import { columnTitle, datasetOf, type Column } from '../../../src/lib/intake/dataset';
import { utf8Pieces, type EncodingFound } from '../../../src/lib/intake/encoding';
import { layoutSignature } from '../../../src/lib/intake/layout';
import { numberReader } from '../../../src/lib/intake/number-reader';
import { openFile } from '../../../src/lib/intake/open-file';
import type { Reader } from '../../../src/lib/intake/reader';
import { bytesSource } from '../../../src/lib/intake/source';
import { timeReader } from '../../../src/lib/intake/time-reader';
import { unitOf } from '../../../src/lib/intake/units';
import { understand } from '../../../src/lib/intake/understand';
import { parseTime, WALL } from '../../../src/lib/intake/values';
import { nameReader } from '../../../src/lib/intake/word-readers';
import { load } from '../../support/scored';
import { policyWith } from '../../support/policy';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const columnOf = (dataset: string, column: string): Column =>
	datasetOf(dataset).columns.find((c) => c.column === column)!;
/** What a reader says of a cell alone. */
const said = (reader: Reader, text: string): string | null => {
	const bytes = bytesOf(text);
	return reader.read(0, bytes, 0, bytes.length);
};

describe('a reader of times', () => {
	const column = columnOf('tickets', 'received_at');

	it('takes what the slow way takes, and nothing else, whatever byte of the usual shape is another', () => {
		const shape = '2026-10-05 09:30:00';
		const one = fc.record({ at: fc.integer({ min: 0, max: 18 }), code: fc.integer({ min: 33, max: 126 }) });
		fc.assert(
			fc.property(one, ({ at, code }) => {
				const text = shape.slice(0, at) + String.fromCharCode(code) + shape.slice(at + 1);
				const reader = timeReader(column, WALL);
				const right = parseTime(text);
				const fault = said(reader, text);
				expect([text, fault]).toEqual([
					text,
					right === null ? 'date' : right < parseTime(column.earliest!)! ? 'range' : null
				]);
				if (fault === null) expect([text, reader.seconds!()]).toEqual([text, right]);
			}),
			{ numRuns: 1500 }
		);
	});
});

describe('a reader of numbers', () => {
	it('holds to the least and the greatest, each of which it takes', () => {
		const days = columnOf('attendance', 'due_days');
		const bounded = { ...days, min: 0, max: 31 };
		const fault = (column: Column, text: string): string | null => said(numberReader(column), text);
		expect(['-0.5', '0', '31', '31.5', 'x'].map((text) => fault(bounded, text))).toEqual([
			'range',
			null,
			null,
			'range',
			'type'
		]);
		const { min: _, max: __, ...free } = bounded;
		expect(['-0.5', '31.5'].map((text) => fault(free, text))).toEqual([null, null]);
		expect(fault({ ...free, decimals: 1 }, '1.25')).toBe('precision');
		expect(fault({ ...free, decimals: 2 }, '1.25')).toBe(null);
	});
});

describe('a reader of names', () => {
	const branch = columnOf('tickets', 'branch');
	it('takes codes and names of a register, numbers as they are written whole, and nothing else', () => {
		const codes = new Map([
			['城东', 'B01'],
			['B01', 'B01'],
			['20260001', '20260001']
		]);
		const reader = nameReader(branch, codes, 'unknown_branch');
		const cells = ['城东', 'B01', '20260001.0', 'B02', '合计', '1.23457E+17', '城东'];
		expect(cells.map((text) => said(reader, text))).toEqual([
			null,
			null,
			null,
			'unknown_branch',
			'unknown_branch',
			'damaged_id',
			null
		]);
	});
	it('takes any name but a sum where there is no register', () => {
		const reader = nameReader(branch, null, 'unknown_branch');
		expect(['B09', '小计', '1.23457E+17'].map((text) => said(reader, text))).toEqual([
			null,
			'unknown_branch',
			'damaged_id'
		]);
	});
});

describe('the pieces of a long text', () => {
	/** More than two slices of a file, in lines of many lengths with characters of two to four bytes. */
	const lines = Array.from({ length: 42_000 }, (_, i) => `${String(i)},第${'中'.repeat(i % 37)}分部é`);
	const found = (encoding: SampleEncoding): EncodingFound => ({
		encoding: encoding,
		mark: encoding === 'utf-16le' ? 2 : encoding === 'utf-8-bom' ? 3 : 0,
		damaged: false
	});
	const NEWLINES: Record<string, number> = { 'utf-16le': 2 };

	it.each(['utf-8', 'utf-8-bom', 'gb18030', 'utf-16le'] as const)(
		'of %s make the text again, each from after a newline on',
		async (encoding) => {
			const text = lines.join('\n').replaceAll('é', encoding === 'gb18030' ? '丈' : 'é');
			const bytes = encodeText(text, encoding);
			const source = bytesSource('a.csv', bytes);
			const pieces: { text: string; from: number }[] = [];
			for await (const piece of utf8Pieces(source, found(encoding)))
				pieces.push({ text: new TextDecoder().decode(piece.bytes), from: piece.from });
			expect(pieces.length).toBeGreaterThan(1);
			expect(pieces.map((p) => p.text).join('')).toBe(text);
			for (const [i, { from }] of pieces.entries()) {
				if (i === 0) expect(from).toBe(found(encoding).mark);
				else expect([encoding, bytes[from - (NEWLINES[encoding] ?? 1)]]).toEqual([encoding, 10]);
				// one begins where the one before ended, and can be read again alone
				const [again] = [await utf8Pieces(source, found(encoding), from).next()];
				const first = new TextDecoder().decode((again.value as { bytes: Uint8Array }).bytes);
				expect(first.slice(0, 40)).toBe(pieces[i]!.text.slice(0, 40));
			}
		}
	);

	it('are whole where no line ends within a slice', async () => {
		const text = `a${'中'.repeat(900_000)}\n${'分'.repeat(400_000)}`;
		const parts: string[] = [];
		const decoder = new TextDecoder();
		for await (const { bytes } of utf8Pieces(
			bytesSource('a.csv', encodeText(text, 'gb18030')),
			found('gb18030')
		))
			parts.push(decoder.decode(bytes, { stream: true }));
		expect(parts.join('') === text).toBe(true);
	});
});

describe('a list of rejects', () => {
	it('is told by all three headers that name one, wherever they stand', () => {
		expect(listPlaces(['of_column', 'of_code', 'x', 'of_record'])).toEqual([0, 1, 3]);
		expect(listPlaces(['x', 'of_column', 'of_code'])).toBe(null);
		expect(listPlaces(['of_record', 'of_code'])).toBe(null);
	});
});

describe('a unit that the user gives', () => {
	const header = ['月份', '分部', '项目', '预算（万元）', '开支'];
	const columns = { month: '月份', branch: '分部', item: '项目', planned: '预算（万元）', actual: '开支' };
	it.each([
		[{}, ['actual']],
		[{ actual: '万元' }, []],
		[{ planned: '元' }, []]
	])('%j leaves to ask %j', async (units: Record<string, string>, asked) => {
		const text = `${header.join(',')}\n2026-10,B01,培训,2,1.85\n`;
		const [table] = (await openFile(bytesSource('a.csv', bytesOf(text)))).tables;
		const layouts = new Map([[layoutSignature(header), { dataset: 'plans', columns, units }]]);
		const how = await understand(table!.source, table!.encoding, { layouts });
		expect(how.asks.map((a) => a.column)).toEqual(asked);
	});
});

describe('sheets that nobody sees', () => {
	it('are told, hidden or very hidden, and those in sight are not', async () => {
		const rows = [['a'], ['b']];
		const bytes = await writeXlsx({
			sheets: [
				{ name: 'S1', rows },
				{ name: 'S2', rows, hidden: true },
				{ name: 'S3', rows, veryHidden: true }
			]
		});
		const { tables } = await openFile(bytesSource('a.xlsx', bytes));
		expect(tables.map(({ sheet, hidden }) => [sheet, hidden])).toEqual([
			['S1', false],
			['S2', true],
			['S3', true]
		]);
	});
});

describe('a record without a branch of its own', () => {
	const people = 'person,name,branch\nP1,王,B01\nP2,李,B02\nP3,赵,B01\nP3,赵,B02\n';
	const branches = 'branch,name\nB01,城东\nB02,城西\n';
	const read = async (header: string, ...rows: string[]): Promise<string[]> => {
		const files = [
			{ path: 'branches.csv', bytes: bytesOf(branches) },
			{ path: 'people.csv', bytes: bytesOf(people) },
			{ path: 'days.csv', bytes: bytesOf([header, ...rows].join('\n') + '\n') }
		];
		const found = await load(files, [policyWith()]);
		const file = found.find((f) => f.path === 'days.csv')!;
		return [
			String(file.outcome.tally.accepted),
			...file.rejects.map((r) => `${String(r.record)}:${r.column}:${r.code}`)
		];
	};

	it('is its person’s, where the column is a department or there is none', async () => {
		const rows = ['2026-10,客服部,P1,21,21', '2026-10,,P2,21,21', '2026-10,客服部,P3,21,21'];
		expect(await read('月份,部门,工号,应出勤天数,实际出勤天数', ...rows)).toEqual([
			'2',
			'3:branch:unknown_branch'
		]);
		const without = ['2026-10,P1,21,21', '2026-10,P3,21,21'];
		expect(await read('月份,工号,应出勤天数,实际出勤天数', ...without)).toEqual(['1', '2:branch:required']);
	});
	it('is nobody’s where the column is the branch itself', async () => {
		const rows = ['2026-10,客服部,P1,21,21', '2026-10,,P2,21,21', '2026-10,城东,P2,21,21'];
		expect(await read('月份,分部,工号,应出勤天数,实际出勤天数', ...rows)).toEqual([
			'1',
			'1:branch:unknown_branch',
			'2:branch:required'
		]);
	});
	it('says its first fault from the left, whatever its branch would be', async () => {
		const header = '月份,部门,工号,应出勤天数,实际出勤天数';
		expect(await read(header, '2026-41,客服部,P1,21,x')).toEqual(['0', '1:month:date']);
		expect(await read(header, '2026-10,客服部,P1,many,x')).toEqual(['0', '1:due_days:type']);
	});
});

describe('a column’s name', () => {
	const tickets = datasetOf('tickets');
	it('is its first Chinese header in Chinese, its own name where there is none and in English', () => {
		const own: Column = { ...tickets.columns[0]!, column: 'x', headers: ['id', '编号', '号'] };
		const dataset = {
			...tickets,
			columns: [...tickets.columns, own, { ...own, column: 'y', headers: ['why'] }]
		};
		expect([
			columnTitle(dataset, 'x', 'zh'),
			columnTitle(dataset, 'x', 'en'),
			columnTitle(dataset, 'y', 'zh'),
			columnTitle(dataset, 'nowhere', 'zh')
		]).toEqual(['编号', 'x', 'y', 'nowhere']);
	});
});

describe('what the notes beside a header say', () => {
	it.each<[Pick<Column, 'type' | 'family'>, string[], string | null, string | null]>([
		[{ type: 'satisfaction' }, ['可选', '5分制'], '5分制', null],
		[{ type: 'satisfaction' }, ['3分制'], null, '3分制'],
		[{ type: 'satisfaction' }, ['七星'], null, '七星'],
		[{ type: 'satisfaction' }, ['1-7'], null, '1-7'],
		[{ type: 'satisfaction' }, ['必填'], null, null],
		[{ type: 'time' }, ['必填', 'UTC+9'], 'UTC+9', null],
		[{ type: 'time' }, ['必填'], null, null],
		[{ type: 'text' }, ['万元'], null, null],
		[{ type: 'number', family: 'amount' }, ['含税', '万元'], '万元', null],
		[{ type: 'number', family: 'amount' }, ['美元'], null, '美元'],
		[{ type: 'number', family: 'amount' }, ['元', '万元'], '元', '元/万元'],
		[{ type: 'number', family: 'score' }, ['必填'], null, null],
		[{ type: 'number', family: 'score' }, ['请必填'], null, '请必填'],
		[{ type: 'number', family: 'score' }, ['必填2'], null, '必填2'],
		[{ type: 'number', family: 'score' }, ['含税'], null, '含税']
	])('%j %j: unit %s, unknown %s', (column, notes, unit, unknown) => {
		expect(unitOf(column as Column, notes)).toEqual({ unit, unknown });
	});
});

describe('an answer in a record whose branch or person can’t be read', () => {
	const branches = 'branch,name\nB01,城东\n';
	const people = 'person,name,branch\nP1,王,B01\n';
	const marksOf = async (text: string): Promise<unknown[]> => {
		const found = await load(
			[
				{ path: 'branches.csv', bytes: bytesOf(branches) },
				{ path: 'people.csv', bytes: bytesOf(people) },
				{ path: 'callbacks.csv', bytes: bytesOf(text) }
			],
			[policyWith()]
		);
		const { aside } = found.find((f) => f.path === 'callbacks.csv')!.outcome;
		return aside.flatMap((a) => (a.marks ?? []).map((m) => [a.branch, m.record, m.line, m.column, m.mark]));
	};
	const at = '2026-10-01 10:00:00,已完成';

	it('is kept with where it stands; other faults and records without an answer leave none', async () => {
		expect(
			await marksOf(
				`满意度,回访编号,分部,回访人,回访时间,回访结果
满意,H1,B09,P1,${at}
,H2,B09,P1,${at}
不满意,H3,B01,P9,${at}
满意,H4,B01,P1,昨天,已完成
满意,H5,B01,P1,${at}
很好,H6,B09,P1,${at}
`
			)
		).toEqual([
			[null, 1, 2, 'branch', 4],
			['B01', 3, 4, 'person', 2]
		]);
	});
	it('is none where nobody is asked', async () => {
		expect(await marksOf(`回访编号,分部,回访人,回访时间,回访结果\nH1,B09,P1,${at}\n`)).toEqual([]);
	});
});
