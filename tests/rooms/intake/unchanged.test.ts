import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { EPOCH_1900, EPOCH_1904, shifted, storedText, valueText } from '../../../src/lib/intake/books/shown';
import type { Batch } from '../../../src/lib/intake/batch';
import { DATASETS, datasetOf, type Column } from '../../../src/lib/intake/dataset';
import { directoryOf, OPEN_DIRECTORY } from '../../../src/lib/intake/directory';
import { mapHeaders, type Given } from '../../../src/lib/intake/header';
import { headerName, isPlanWord } from '../../../src/lib/intake/header-name';
import { rawRecord } from '../../../src/lib/intake/raw-record';
import { readFile } from '../../../src/lib/intake/read-file';
import type { Meaning } from '../../../src/lib/intake/reader';
import { readerOf } from '../../../src/lib/intake/readers';
import { nearest, recognise } from '../../../src/lib/intake/recognise';
import type { Reject } from '../../../src/lib/intake/reject';
import { scrubbed, scrubOf } from '../../../src/lib/intake/scrub';
import { bytesSource } from '../../../src/lib/intake/source';
import { isSystemFile, namedAfter, unreadWarning } from '../../../src/lib/intake/unread';
import { survey, type SurveyedTable } from '../../../src/lib/intake/survey';
import { titleOf } from '../../../src/lib/intake/title';
import {
	fullMarks,
	noteOffset,
	scalePoints,
	unitOf,
	unitRatio,
	type Family
} from '../../../src/lib/intake/units';
import { BUILT_IN } from '../../../src/lib/intake/vocabulary';
import { newBook } from './unchanged/book';
import { oldBook, ods, page } from './unchanged/books';
import { CELLS } from './unchanged/cells';
import { chanceOf } from './unchanged/chance';
import { fileOf } from './unchanged/files';
import { header, NOTES, said } from './unchanged/headers';
import { rowsOf, visible } from './unchanged/told';

/**
 * What intake makes of cells, headers and whole files is what it was when someone last looked: that it was right is held by
 * specs and by the odd files, that nothing moves unseen is held here. Where it should move, `vitest -u` writes it anew, and the
 * change shows what moved.
 */
const OPEN: Meaning = { vocabulary: BUILT_IN, directory: OPEN_DIRECTORY, scale: 5, zone: 'Asia/Shanghai' };
const LISTED: Meaning = {
	vocabulary: BUILT_IN,
	directory: directoryOf(
		[
			{ id: 'B01', name: '城东' },
			{ id: '101', name: null },
			{ id: 'B02', name: '城西' },
			{ id: 'B03', name: '城西' }
		],
		[
			{ id: 'B01-01', name: '张敏', branch: 'B01' },
			{ id: 'P1', name: '李雷', branch: 'B01' },
			{ id: 'P1', name: '李雷', branch: 'B02' },
			{ id: '20260001', name: null, branch: null }
		]
	),
	scale: 10,
	zone: 'America/New_York'
};
const utf8 = new TextEncoder();
const utf8Text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
const sum = (thing: unknown): string =>
	createHash('md5')
		.update(JSON.stringify(thing, (_, v: unknown) => (typeof v === 'bigint' ? String(v) : v)))
		.digest('hex')
		.slice(0, 6);

/** Units and scales that a header may say, by what a column is. */
const UNITS: Partial<Record<Column['type'], string[]>> = {
	satisfaction: ['5分制', '满分10', '百分制'],
	time: ['UTC', 'GMT-5', '北京时间']
};
const FAMILY_UNITS: Record<Family, string[]> = {
	amount: ['万元', '角'],
	duration: ['分钟', '毫秒'],
	days: ['天'],
	points: ['分'],
	score: ['10分制', '满分30', '%'],
	percent: ['‰'],
	count: ['千'],
	any: ['万元', '小时']
};

/** Each way in which cells are read, by a column that is read so. */
const kinds = new Map<string, { name: string; column: Column; unit: string | undefined }>();
for (const { dataset, columns } of DATASETS)
	for (const column of columns) {
		const { type, family, words, code, lenient, min, max, decimals, kept_decimals: kept, earliest } = column;
		const own = type === 'number' ? FAMILY_UNITS[family ?? 'any'] : (UNITS[type] ?? []);
		for (const unit of [undefined, ...own]) {
			const key = [type, family, words, code, lenient, min, max, decimals, kept, earliest, unit].join();
			const name = `${dataset}.${column.column}${unit === undefined ? '' : ` in ${unit}`}`;
			if (!kinds.has(key)) kinds.set(key, { name, column, unit });
		}
	}

describe('what is read of cells', () => {
	it.each([...kinds.values()])('by $name', ({ column, unit }) => {
		const told = [OPEN, LISTED].map((meaning) => {
			const reader = readerOf(column, meaning, unit, { '0': '是', '1': '满意', '2': '否' });
			const refused = new Map<string, string[]>();
			const taken: string[] = [];
			for (const cell of CELLS) {
				const bytes = utf8.encode(cell);
				const code = reader.read(taken.length, bytes, 0, bytes.length);
				if (code) refused.set(code, [...(refused.get(code) ?? []), cell]);
				else taken.push(`${cell}${reader.seconds ? ` @${String(reader.seconds())}` : ''}`);
			}
			const rows = taken.length;
			const values = rowsOf([{ relation: '', rows, columns: reader.builders.map((b) => b.take(rows)) }]);
			return visible(
				[
					...taken.map((cell, i) => `${cell} → ${values[i]!}`),
					...[...refused].map(([code, cells]) => `${code}: ${String(cells.length)} ${sum(cells)}`)
				].join('\n')
			).replaceAll('\\u000a', '\n');
		});
		expect(`${told[0]!}\nof registers: ${sum(told[1])}`).toMatchSnapshot();
	});
});

describe('what is read of headers', () => {
	const names = ['金额', '应收金额', '得分', '满意度', '接待时间', '天数', '通话时长', '完成率', '数量'];
	const families = Object.keys(FAMILY_UNITS) as Family[];
	it('notes', () => {
		const told = NOTES.map((note) => {
			const units = families.map((family) => {
				const { unit, unknown } = unitOf({ type: 'number', family } as Column, [note]);
				const ratio = unitRatio(family, note);
				return `${family} ${unit ?? '-'} ${unknown ?? '-'} ${ratio ? ratio.join('/') : '-'}`;
			});
			const others = (['satisfaction', 'time', 'text'] as const).map((type) => {
				const { unit, unknown } = unitOf({ type } as Column, [note, '元']);
				return `${type} ${unit ?? '-'} ${unknown ?? '-'}`;
			});
			const numbers = [fullMarks(note), scalePoints(note), noteOffset(note)].map(String).join(' ');
			return `${note}: ${numbers} | ${[...units, ...others].join(' | ')}`;
		});
		expect(told.join('\n')).toMatchSnapshot();
	});
	it('names', () => {
		const chance = chanceOf(11);
		const told = Array.from({ length: 250 }, () => {
			const text = said(chance, chance.of(names));
			const { exact, name, notes, suffix } = headerName(text);
			return visible(
				`${text}: ${exact} | ${name} | ${notes.join('+')} | ${suffix ? `${suffix.name}+${suffix.unit}` : '-'} | ${String(isPlanWord(text))}`
			);
		});
		expect(told.join('\n')).toMatchSnapshot();
	});
	it('lines above', () => {
		const chance = chanceOf(12);
		const parts = [
			'2026年10月',
			'2026-09',
			'2026/8/1-2026/8/31',
			'导出时间:2026-11-01',
			'2026.7',
			'2026年6月号',
			'单位:万元'
		];
		const more = [
			'(千元)',
			'货币为人民币(亿元)',
			'单位：个',
			'时区:UTC',
			'时区：GMT+8:30',
			'满分50',
			'总分：百分',
			'十分制',
			'2026-10-05',
			'制表日期 2026-5',
			'2026-0',
			'2026年13月'
		];
		const told = Array.from({ length: 200 }, () => {
			const lines = Array.from({ length: chance.below(3) + 1 }, () =>
				Array.from({ length: chance.below(3) + 1 }, () => chance.some([...parts, ...more], 0.12).join(' '))
			);
			const { given, amounts, zone, marks } = titleOf(lines);
			return `${lines.map((l) => l.join(',')).join(' / ')}: ${given['month'] ?? '-'} ${amounts ?? '-'} ${zone ?? '-'} ${marks ?? '-'}`;
		});
		expect(told.join('\n')).toMatchSnapshot();
	});
	it.each(DATASETS.map((d) => d.dataset))('rows of %s', (dataset) => {
		const chance = chanceOf(dataset.length * 100 + dataset.charCodeAt(0));
		const told = Array.from({ length: 12 }, () => {
			const row = header(chance, datasetOf(dataset)).map((c) => c.header);
			const given: Given = chance.often(0.2) ? { month: '2026-10', branch: 'B01' } : {};
			const found = recognise(row, given);
			const { columns, unknown, missing, implied, units, rivals, strange, legends } = mapHeaders(
				datasetOf(dataset),
				row,
				given
			);
			const rest = { unknown, missing, implied, units, rivals, strange, legends };
			const other = nearest(row, given);
			return [
				visible(row.join(',')),
				`\t${found?.dataset ?? '-'} ${other?.dataset ?? '-'} ${sum([found, other])}`,
				`\t${Object.entries(columns)
					.map(([c, at]) => `${c} ${String(at)}`)
					.join(', ')}`,
				`\t${visible(JSON.stringify(rest))}`
			].join('\n');
		});
		expect(told.join('\n')).toMatchSnapshot();
	});
});

/** All that reading a table gives, each part as a sum under its name. */
async function toldOf(table: SurveyedTable, meaning: Meaning): Promise<string> {
	const { source, encoding, how } = table;
	const batches: Batch[] = [];
	const rejects: Reject[] = [];
	let restarts = 0;
	const seen: number[][] = [];
	const outcome = await readFile(source, encoding, how, meaning, 3, {
		batch: (batch) => void batches.push(batch),
		reject: (some) => void rejects.push(...some),
		restart() {
			batches.length = rejects.length = 0;
			restarts++;
		},
		progress: (bytes, records) => void seen.push([bytes, records])
	});
	const raw: (string[] | null)[] = [];
	for (const { record } of rejects)
		raw.push(await rawRecord(source, encoding, how, outcome.checkpoints, record));
	const scrub = scrubOf(how);
	const clean = scrub && (await scrubbed(source, encoding, how, scrub, BUILT_IN, (name) => `G-${sum(name)}`));
	const { tally, aside, warnings, mismatch, ...rest } = outcome;
	const { warnings: foreseen, header: names, mapping, ...shape } = how;
	const parts = {
		encoding,
		names,
		mapping,
		shape,
		foreseen,
		tally,
		aside,
		warnings,
		rest,
		rows: rowsOf(batches),
		rejects,
		raw,
		scrub,
		clean,
		seen
	};
	const sums = Object.entries(parts).map(([name, part]) => `${name} ${sum(part)}`);
	return `${mapping?.dataset ?? '-'} ${String(tally.accepted)}/${String(tally.records)} ${String(restarts)} ${mismatch ?? ''}: ${sums.join(' ')}`;
}

describe('what is read of whole files', () => {
	it.each(Array.from({ length: 60 }, (_, i) => i))('as they come: %i', async (seed) => {
		const chance = chanceOf(1000 + seed);
		const told: string[] = [];
		for (let i = 0; i < 5; i++) {
			const { dataset, bytes } = fileOf(chance);
			const meaning = chance.of([OPEN, LISTED]);
			const asked = chance.often(0.15) ? { given: { month: '2026-10', branch: 'B01' } } : {};
			const found = await survey(bytesSource(`${dataset}.csv`, bytes), asked);
			told.push(`${dataset} ${found.kind} ${found.unreadable?.message ?? ''}${sum(found.warnings)}`);
			for (const table of found.tables) told.push(`\t${await toldOf(table, meaning)}`);
		}
		expect(told.join('\n')).toMatchSnapshot();
	});
});

describe('what a workbook shows of numbers', () => {
	const values = [
		0, 1, -1, 0.5, 0.885, 0.07, 1234.5, -1234.5678, 12345678901234568, 1e-7, 46300, 46300.5, 0.0020833333,
		1.5, 59, 60, 61, 99.995
	];
	const formats = [
		...[
			'',
			'General',
			'@',
			'0',
			'0.00',
			'#,##0.00',
			'0%',
			'0.00%',
			'0.0"%"',
			'000',
			'00000000',
			'0.0_);(0.0)',
			'0.0"分"'
		],
		...[
			'"第"0"号"',
			'0!.0,"万"',
			'0\\.0,"万元"',
			'0.00,,',
			'_ * "-"??_ ;_ @_ ',
			'G/通用格式"分"',
			'yyyy-mm-dd hh:mm:ss',
			'm"月"d"日"'
		],
		...[
			'yyyy-mm-dd',
			'[h]:mm:ss',
			'h:mm',
			'"约"0%',
			'0;-0;;@',
			'"无"',
			'0"元"',
			'¥#,##0.00',
			'$0.0',
			'0.00E+00',
			'# ?/?',
			'[',
			'h:mm AM/PM',
			'[Red]0.0;[Blue]-0.0'
		]
	];
	it.each(formats)('by %j', (code) => {
		const dates = [0, 1, 59, 61, 46300, 46300.5, 0.25, 46270.99999996528].flatMap((serial) =>
			[EPOCH_1900, EPOCH_1904].map((epoch) => valueText(new Date(epoch + serial * 86_400_000), code, epoch))
		);
		const numbers = values.map((value) => `${String(value)} → ${valueText(value, code, EPOCH_1900)}`);
		const others = [null, true, false, 'x'].map((value) => valueText(value, code, EPOCH_1900));
		expect(visible([...numbers, dates.join(' | '), others.join(' | ')].join('; '))).toMatchSnapshot();
	});
	it('as stored, and with the point moved', () => {
		const told = [...values, 1e15, 1e14, 123456789012345, 1e21, -1e-10, 1 / 3].map((value) => {
			const text = storedText(value);
			return [text, ...[0, 1, 2, 5].map((places) => shifted(text, places))].join(' ');
		});
		expect(told.join('\n')).toMatchSnapshot();
	});
});

describe('what is read of workbooks', () => {
	const makers = { page, ods, xls: oldBook, xlsx: newBook };
	it.each(Object.keys(makers).flatMap((kind) => Array.from({ length: 12 }, (_, i) => [kind, i] as const)))(
		'as they come: %s %i',
		async (kind, seed) => {
			const chance = chanceOf(5000 + seed);
			const told: string[] = [];
			for (let i = 0; i < 4; i++) {
				const bytes = await makers[kind as keyof typeof makers](chance);
				const {
					kind: format,
					tables,
					unreadable,
					warnings,
					sheets
				} = await survey(bytesSource(`回访.${kind}`, bytes));
				told.push(`${format} ${unreadable?.message ?? ''} ${sheets.join('+')} ${JSON.stringify(warnings)}`);
				for (const table of tables) {
					const text = await table.source.slice(0, table.source.size);
					told.push(`\t${table.path} ${sum(utf8Text(text))} ${await toldOf(table, OPEN)}`);
				}
			}
			expect(
				visible(told.join('\n')).replaceAll('\\u000a', '\n').replaceAll('\\u0009', '\t')
			).toMatchSnapshot();
		}
	);
});

describe('what a file is called', () => {
	const paths = [
		'工单.csv',
		'十月/投诉明细.xlsx',
		'.DS_Store',
		'.回访.csv',
		'a/._x.csv',
		'~$回访.xlsx',
		'Thumbs.db',
		'__MACOSX/回访.csv',
		'desktop.ini',
		'照片.png',
		'考勤.pdf',
		'B01分部考勤.xls',
		'people-attendance.csv',
		'Tickets.TXT',
		'说明.docx',
		'员工.et',
		'压缩.zip',
		'callbacks.numbers',
		'抽查/读我',
		'xls',
		'a.xlsb',
		'x.csvs'
	];
	it.each(paths)('%s', (path) => {
		const warnings = (
			['image', 'pdf', 'document', 'slides', 'rtf', 'empty', 'binary', 'et', 'zip_damaged'] as const
		).map((code) => unreadWarning(path, { code, detail: code === 'et' ? 'x' : '' }));
		expect(
			[isSystemFile(path), namedAfter(path), ...warnings.map((w) => `${w.severity} ${w.detail}`)].join(', ')
		).toMatchSnapshot();
	});
});
