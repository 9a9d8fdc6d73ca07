import { gzipSync } from 'node:zlib';
import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { encodeText, type SampleEncoding } from '../../../scripts/samples/encoding';
import { openFile, Unreadable, type OpenedTable } from '../../../src/lib/intake/open-file';
import { rawRecord } from '../../../src/lib/intake/raw-record';
import { survey } from '../../../src/lib/intake/survey';
import { bytesSource } from '../../../src/lib/intake/source';
import { understand } from '../../../src/lib/intake/understand';
import { columnTitle, DATASETS } from '../../../src/lib/intake/dataset';
import { layoutSignature } from '../../../src/lib/intake/layout';
import { load, type ReadText } from '../../support/scored';
import { policyWith } from '../../support/policy';

const HEADER = '回访编号,分部,回访人,回访时间,回访结果,满意度,备注';
const row = (i: number, rest = '已完成,满意,'): string =>
	`HF${i},B01,P1,2026-10-0${1 + (i % 9)} 10:00:00,${rest}`;
const lines = [HEADER, ...Array.from({ length: 5 }, (_, i) => row(i + 1))];

async function read(bytes: Uint8Array, path = 'callbacks.csv'): Promise<ReadText> {
	return (await load([{ path, bytes }], [policyWith()]))[0]!;
}
const text = (content: string, encoding: SampleEncoding = 'utf-8'): Uint8Array =>
	encodeText(content, encoding);
const codes = (file: ReadText): string[] => file.rejects.map((r) => `${r.record}:${r.column}:${r.code}`);

describe('variants of one file load alike', () => {
	const plain = lines.join('\n') + '\n';
	const variants: [string, Uint8Array][] = [
		['UTF-8 with a mark', text(plain, 'utf-8-bom')],
		['GB18030', text(plain, 'gb18030')],
		['UTF-16', text(plain, 'utf-16le')],
		['UTF-16 without a mark', text(plain, 'utf-16le').slice(2)],
		['UTF-16 big-endian', Buffer.from(text(plain, 'utf-16le')).swap16()],
		['CRLF', text(lines.join('\r\n'))],
		['CR alone', text(lines.join('\r'))],
		['semicolons', text(plain.replaceAll(',', ';'))],
		['tabs', text(plain.replaceAll(',', '\t'))],
		['bars', text(plain.replaceAll(',', '|'))],
		['a title and a count above', text(`客服部回访导出\n共5条\n${plain}`)],
		['a total row and a blank line', text(`${plain}\n合计,,,,,,5\n`)],
		['trailing delimiters', text(lines.map((l) => `${l},,`).join('\n'))],
		[
			'codes in headers',
			text(plain.replace('回访结果', '回访结果(0:未回访;1:已回访)').replace('回访编号', ' 回访编号 *'))
		],
		[
			'other columns in another order',
			text(lines.map((l, i) => ['x', ...l.split(',').reverse(), i === 0 ? '其他' : 'y'].join(',')).join('\n'))
		],
		[
			'an HTML page named .xls',
			text(
				`<html><table>${lines
					.map(
						(l) =>
							`<tr>${l
								.split(',')
								.map((c) => `<td>${c}</td>`)
								.join('')}</tr>`
					)
					.join('')}</table></html>`
			)
		]
	];
	it.each(variants)('%s', async (_, bytes) => {
		const { outcome, dataset, rejects } = await read(bytes);
		const { records, accepted, rejected, preamble, footer, blank } = outcome.tally;
		expect({ dataset, accepted, rejects, mismatch: outcome.mismatch }).toEqual({
			dataset: 'callbacks',
			accepted: 5,
			rejects: [],
			mismatch: null
		});
		expect(accepted + rejected + preamble + footer + blank).toBe(records);
	});

	it('a workbook', async () => {
		const rows = lines.map((l) => l.split(','));
		const bytes = await writeXlsx({
			sheets: [
				{ name: '回访', rows: [['客服部回访导出'], ...rows] },
				{ name: '说明', rows: [['x']] }
			]
		});
		const { outcome, dataset } = await read(bytes, 'callbacks.xlsx');
		expect({ dataset, ...outcome.tally }).toMatchObject({
			dataset: 'callbacks',
			accepted: 5,
			preamble: 1,
			records: 6
		});
	});

	it('two header rows are joined', async () => {
		const upper = '回访,机构,,回访,,客户,';
		const lower = '回访编号,分部,回访人,回访时间,回访结果,满意度,备注';
		const { outcome, how } = await read(text([upper, lower, ...lines.slice(1)].join('\n')));
		expect(how.headerRecords).toBe(2);
		expect(outcome.tally).toMatchObject({ records: 5, accepted: 5, preamble: 0 });
	});
});

describe('bad records are set aside with the first fault in the file’s column order', () => {
	it('names every code', async () => {
		const bad = [
			'1.23457E+17,B01,P1,2026-10-05 10:00:00,已完成,满意,',
			'HF10,,P1,2026-10-05 10:00:00,已完成,满意,',
			'HF11,B01,P1,昨天,已完成,很好,',
			'HF12,B01,P1,1970-01-01 00:00:00,已完成,满意,',
			'HF13,B01,P1,2026-10-05 10:00:00,再说,满意,',
			'HF14,B01,P1,2026-10-05 10:00:00,已完成,满意',
			'HF15,B01,P1,2026-10-05 10:00:00,已完成,满意,,多',
			'HF16,B01,P1,2026-10-05 10:00:00,"已完成,满意,',
			'HF17,B01,P1,2026-10-05 10:00:00,已完成,满意,好'
		];
		const file = await read(text([...lines, ...bad].join('\n')));
		expect(codes(file)).toEqual([
			'6:callback:damaged_id',
			'7:branch:required',
			'8:called_at:date',
			'9:called_at:range',
			'10:result:unknown_value',
			'11::shape',
			'12::shape',
			'13::shape'
		]);
		expect(file.outcome.tally.accepted).toBe(6);
	});

	it('keeps refunds and rejects other negative amounts', async () => {
		const fees = await read(
			text('费用编号,分部,房号,费用项,费用月份,应收金额,实收金额\nF1,B01,101,物业费,2026-10,100,-20\n'),
			'fees.csv'
		);
		expect(fees.outcome.tally.accepted).toBe(1);
		const plans = await read(text('月份,分部,项目,计划量,完成量\n2026-10,B01,培训,-1,2\n'), 'plans.csv');
		expect(codes(plans)).toEqual(['1:planned:range']);
	});

	it('refuses a ticket that was resolved before it came, and takes 投诉编号 for complaints', async () => {
		const file = await read(
			text(
				'投诉编号,分部,受理时间,完成时间\nT1,B01,2026-10-05 10:00:00,2026-10-04 10:00:00\nT2,B01,2026-10-05,2026-10-05\n'
			)
		);
		expect(codes(file)).toEqual(['1:resolved_at:range']);
		expect(file.dataset).toBe('tickets');
	});

	it('reads a ten-point scale of satisfaction once it sees one', async () => {
		const file = await read(
			text([HEADER, row(1, '已完成,4,'), row(2, '已完成,9,'), row(3, '已完成,11,')].join('\n'))
		);
		expect(codes(file)).toEqual(['3:satisfaction:unknown_value']);
		expect(file.outcome.tally.accepted).toBe(2);
	});

	it('sets bytes of no encoding aside', async () => {
		const good = text(lines.join('\n') + '\n');
		const broken = new Uint8Array([
			...good,
			...text('HF20,B01,P1,2026-10-05 10:00:00,已完成,满意,'),
			0xff,
			0xfe,
			0x0a
		]);
		const file = await read(broken);
		expect(codes(file)).toEqual(['6:note:encoding']);
	});
});

describe('files that are no tables', () => {
	it.each([
		['empty', new Uint8Array(0), 'empty'],
		['a JPEG', Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 0, 16), 'image'],
		['half a zip', Uint8Array.of(0x50, 0x4b, 3, 4, 20, 0, 0, 0), 'zip_damaged'],
		['a PDF', text('%PDF-1.7'), 'pdf'],
		['gzip', gzipSync(text('x'.repeat(50))), 'gzip']
	])('%s is refused as %s', async (_, bytes, code) => {
		await expect(openFile(bytesSource('a.csv', new Uint8Array(bytes)))).rejects.toSatisfy(
			(e) => e instanceof Unreadable && e.code === code
		);
	});

	it('a header alone is a data set without records', async () => {
		const file = await read(text(`${HEADER}\n`));
		expect(file).toMatchObject({ dataset: 'callbacks', outcome: { tally: { records: 0 }, mismatch: null } });
	});

	it('2,000 columns and repeated headers are read and warned of', async () => {
		const wide = Array.from({ length: 2000 }, (_, i) => `列${i}`).join(',');
		const file = await read(text(`${HEADER},备注,${wide}\n${row(1)},,${','.repeat(1999)}\n`));
		expect(file.outcome.tally).toMatchObject({ records: 1, accepted: 1 });
		const said = file.how.warnings.map((w) => `${w.code}:${w.column}`);
		expect(said).toContain('duplicate_header:备注');
		expect(said).toContain('wide:');
	});

	it('a table of no known kind is all set aside', async () => {
		const file = await read(text('甲,乙\n1,2\n'));
		expect(file).toMatchObject({
			dataset: null,
			outcome: { tally: { records: 1, rejected: 1, shapeRejects: 0 } }
		});
	});
});

describe('a record can be read again as it stands', () => {
	it('from any place of a large GB18030 file with lines inside cells', async () => {
		const many = Array.from({ length: 60_000 }, (_, i) => row(i + 1, `已完成,满意,"第${i + 1}条\n备注"`));
		const bytes = text([HEADER, ...many].join('\r\n'), 'gb18030');
		const file = await read(bytes);
		const [opened] = (await openFile(bytesSource('x', bytes))).tables as [OpenedTable];
		expect(file.outcome.checkpoints.length).toBeGreaterThan(2);
		for (const record of [1, 2, 31_000, 60_000]) {
			const cells = await rawRecord(
				opened.source,
				opened.encoding,
				file.how,
				file.outcome.checkpoints,
				record
			);
			expect(cells?.at(-1)).toBe(`第${record}条\n备注`);
		}
	});
});

describe('what real exports do', () => {
	it('takes no name for a total row, no title for a group row, and joins a header split over two rows', async () => {
		const branches = await read(
			text('分部名称,分部编号,区域\n累计大厦,B10,华东\nTotal Plaza,B09,华东\n合 计,,2\n'),
			'branches.csv'
		);
		expect(branches.outcome.tally).toMatchObject({ accepted: 2, footer: 1 });
		const titled = await read(text(`制表人,张三,,,,,\n${lines.join('\n')}\n`));
		expect(titled.outcome.tally).toMatchObject({ preamble: 1, accepted: 5 });
		const split = await read(text('回访编号,分部,工号,回访,\n,,,时间,结果\nc1,B01,p,2026-10-05,已完成\n'));
		expect(split).toMatchObject({ dataset: 'callbacks', outcome: { tally: { records: 1, accepted: 1 } } });
	});

	it('reads serial months, cells wrapped for Excel, and a date without a time as any moment of its day', async () => {
		const head = '月份,分部,工号,应出勤天数,实际出勤天数';
		const months = await read(
			text(`${head}\n46296,B01,P1,22,20\n="2026-10",="B01",="P2",22,2 0\n1970-01,B01,P3,1,1\n`),
			'attendance.csv'
		);
		expect(codes(months)).toEqual(['2:attended_days:type', '3:month:range']);
		const tickets = await read(
			text('工单编号,分部,类型,受理时间,完成时间\nT1,B01,投诉,2026-10-05 09:30:00,2026-10-05\n'),
			'tickets.csv'
		);
		expect(tickets.outcome.tally.accepted).toBe(1);
	});
});

describe('what must not slip into pay', () => {
	it('takes no year for an Excel date, and no date of another century', async () => {
		const file = await read(
			text(
				'分部编号,分部名称,开业日期,停业日期\nB01,城东,2020-01-01,2026\nB02,城西,0026-10-05,\nB03,城南,2206-10-05,\nB04,城北,45356,\n'
			),
			'branches.csv'
		);
		expect(codes(file)).toEqual(['1:closed_on:date', '2:opened_on:date', '3:opened_on:date']);
	});

	it('takes no other list for the directory of branches or people', async () => {
		expect((await read(text('工号,分部,培训课时,备注\nP1,B01,4,\n'))).dataset).toBeNull();
		expect((await read(text('分部,得分\nB01,4\n'))).dataset).toBeNull();
		expect((await read(text('工号,姓名,分部\nP1,张三,B01\n'))).dataset).toBe('people');
	});

	it('knows total rows in many words, and an empty cell wrapped for Excel', async () => {
		const totals = [
			'合计43笔',
			'合计（元）',
			'共43笔，金额合计1234.50元',
			'Total: 43',
			'\t合计',
			'城东小计',
			'合 计'
		].map((word) => `${word},,,,,,`);
		const file = await read(
			text([...lines, 'HF9,B01,P1,2026-10-05 10:00:00,已完成,="",="x"', ...totals].join('\n'))
		);
		expect(file.rejects).toEqual([]);
		expect(file.outcome.tally).toMatchObject({ accepted: 6, footer: 7 });
	});

	it('reads a workbook of 150,000 rows', async () => {
		const rows = [HEADER.split(','), ...Array.from({ length: 150_000 }, (_, i) => row(i).split(','))];
		const file = await read(await writeXlsx({ sheets: [{ name: '回访', rows }] }), 'big.xlsx');
		expect(file.outcome.tally.accepted).toBe(150_000);
	});
});

describe('workbooks', () => {
	const rows = lines.map((l) => l.split(','));
	it('reads every sheet that it knows, and sets rows with too many cells aside', async () => {
		const wide = [...row(9).split(','), '多'];
		const bytes = await writeXlsx({
			sheets: [
				{ name: '封面', rows: [['客服部'], ['2026年10月']] },
				{ name: '10月', rows: [...rows, wide] },
				{ name: '11月', rows: rows.map((r, i) => (i === 0 ? r : [`N${r[0]!}`, ...r.slice(1)])) }
			]
		});
		const read = await load([{ path: 'book.xlsx', bytes }], [policyWith()]);
		expect(read.map((f) => [f.path, f.outcome.tally.accepted, codes(f)])).toEqual([
			['book.xlsx#10月', 5, ['6::shape']],
			['book.xlsx#11月', 5, []]
		]);
		const { warnings } = await survey(bytesSource('book.xlsx', bytes));
		expect(warnings.map((w) => [w.severity, w.code, w.column])).toEqual([['note', 'unread_sheet', '封面']]);
	});

	it('sets a row of an HTML table with too few cells aside', async () => {
		const page = `<table>${[...lines, 'HF9,B01']
			.map(
				(l) =>
					`<tr>${l
						.split(',')
						.map((c) => `<td>${c}</td>`)
						.join('')}</tr>`
			)
			.join('')}</table>`;
		expect(codes(await read(text(page), 'page.xls'))).toEqual(['6::shape']);
	});
});

describe('remembered layouts', () => {
	it('hold for a header of two rows and for the second of two headers of one name', async () => {
		const split = text('回访编号,分部,工号,回访,,满意度\n,,,时间,结果,\nc1,B01,p,2026-10-05,已完成,满意\n');
		const twin = text('callback,branch,person,called_at,result,result\nc1,B01,p,2026-10-05,x,reached\n');
		const plain = { encoding: 'utf-8' as const, mark: 0, damaged: false };
		for (const [bytes, column, at] of [
			[split, 'satisfaction', undefined],
			[twin, 'result', 5]
		] as const) {
			const first = await understand(bytesSource('x', bytes), plain);
			const places: Record<string, number> = { ...first.mapping!.columns };
			if (at === undefined) delete places[column];
			else places[column] = at;
			const columns = Object.fromEntries(
				Object.entries(places).map(([c, i]) => [c, first.header[i]!.trim()])
			);
			const layouts = new Map([[layoutSignature(first.header), { dataset: 'callbacks', columns, places }]]);
			const again = await understand(bytesSource('x', bytes), plain, { layouts });
			expect(again.mapping!.columns[column]).toBe(at);
		}
	});

	it.each(DATASETS.map((d) => [d.dataset, d] as const))(
		'of %s leave a column out that the user took off, and every record a record',
		async (name, dataset) => {
			const header = dataset.columns.map(({ column }) => columnTitle(dataset, column, 'zh'));
			const bytes = text(`${header.join(',')}\n${header.map((_, i) => `v${String(i)}`).join(',')}\n`);
			const plain = { encoding: 'utf-8' as const, mark: 0, damaged: false };
			const first = await understand(bytesSource('x', bytes), plain);
			expect(first).toMatchObject({ mapping: { dataset: name }, headerAt: 0, headerRecords: 1 });
			const found = Object.entries(first.mapping!.columns);
			const optional = dataset.columns.filter((c) => !c.required && c.column in first.mapping!.columns);
			let tried = 0;
			for (const { column } of optional) {
				const places = Object.fromEntries(found.filter(([c]) => c !== column));
				const columns = Object.fromEntries(Object.entries(places).map(([c, i]) => [c, header[i]!]));
				const layouts = new Map([[layoutSignature(first.header), { dataset: name, columns, places }]]);
				const again = await understand(bytesSource('x', bytes), plain, { layouts });
				expect({ column, at: again.headerAt, records: again.headerRecords }).toEqual({
					column,
					at: 0,
					records: 1
				});
				// what is lacking then is asked for
				if (again.mapping?.missing.length === 0) {
					expect(again.mapping.columns).toEqual(places);
					tried++;
				}
			}
			if (optional.length > 0) expect(tried).toBeGreaterThan(0);
		}
	);
});
