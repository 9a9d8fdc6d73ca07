import { describe, expect, it } from 'vitest';
import { DATASETS, datasetOf } from '../../../src/lib/intake/dataset';
import { ALL_HIDDEN, NONE_HIDDEN, type Hidden } from '../../../src/lib/policy/masks';
import { handedReportQueries, handedReports, tableNamed } from '../../../src/lib/reports/handed-reports';
import { handedRows } from '../../../src/lib/reports/handed-rows';
import { keyText } from '../../../src/lib/reports/key-text';
import { keysOf } from '../../../src/lib/reports/part-view';
import { PARTS } from '../../../src/lib/reports/parts';
import { personalIn, seenCell, seenKey, seenRecord, seenReject } from '../../../src/lib/reports/seen';

const mapping = { dataset: 'callbacks', columns: { callback: 0, customer: 1, number: 2, note: 4 } };
const record = ['HF1', '张三丰', '13812345678', '李四', '请拨13912345678', ''];

describe('what whoever looks sees', () => {
	it('of a record: names masked where they are read, all that nothing is read from gone', () => {
		expect(seenRecord(mapping, record, ALL_HIDDEN)).toEqual([
			'HF1',
			'张*',
			'138****5678',
			'*',
			'请拨139****5678',
			''
		]);
		expect(seenRecord(mapping, record, new Set(['caller']))[1]).toBe('张三丰');
		expect(seenRecord(mapping, record, NONE_HIDDEN)).toBe(record);
		expect(seenRecord(null, ['张三丰'], ALL_HIDDEN)).toEqual(['*']);
	});

	it('of every column that is marked, in every data set, and of no other', () => {
		const marked = DATASETS.flatMap((d) =>
			d.columns.flatMap((c) => (c.mask ? [`${d.dataset}.${c.column}`] : []))
		);
		expect(marked.sort()).toEqual([
			'callbacks.customer',
			'callbacks.number',
			'calls.caller',
			'customers.customer',
			'fees.owner',
			'fees.unit',
			'logs.unit',
			'ratings.rater',
			'tickets.unit'
		]);
		for (const { dataset, columns } of DATASETS)
			for (const { column, mask } of columns)
				expect(seenCell(dataset, column, 'Zoë 1-2-301', ALL_HIDDEN) === 'Zoë 1-2-301').toBe(!mask);
		expect(personalIn('fees', ['bill', 'unit', 'owner'])).toEqual(['home', 'customer']);
		expect(seenCell('fees', 'due_amount', 318.5, ALL_HIDDEN)).toBe(318.5);
	});

	it('of a key and of a value that couldn’t be read', () => {
		expect(seenKey('customers', ['张三丰', 'B01', '已购客户'], ALL_HIDDEN)).toEqual([
			'张*',
			'B01',
			'已购客户'
		]);
		const reject = { record: 3, line: 4, column: 'unit', value: '1-2-301', code: 'required' } as const;
		expect(seenReject('fees', reject, ALL_HIDDEN)).toEqual({ ...reject, value: '1-2-*' });
	});

	it('of every way in which a report tells its rows apart by a marked column', () => {
		const open = PARTS.flatMap((part) => part.sections).flatMap((section) => {
			const { behind } = section;
			const names = behind
				? datasetOf(behind.dataset)
						.columns.filter((c) => c.mask)
						.map((c) => c.column)
				: [];
			const ways = [null, ...(section.by ?? [])];
			return ways.flatMap((dimension) =>
				keysOf(section, dimension)
					.filter(({ id, mask }) => !mask && names.includes(behind?.by?.[dimension ?? id] ?? dimension ?? id))
					.map(({ id }) => `${section.id} by ${dimension ?? id}`)
			);
		});
		expect(open).toEqual([]);
	});

	it('of a finding: the number that it is of, and numbers in what was copied', () => {
		const { section } = tableNamed({ part: 'truth', section: 'finding', dimension: null, rows: [] })!;
		const rows = [
			{ slot: 'now', kind: 'same_number', key: '13812345678', month: '2026-10', branch: 'B1', person: 'P1' },
			{ slot: 'now', kind: 'copied', key: '请回电13987654321', month: '2026-10', branch: 'B1', person: 'P1' },
			{ slot: 'now', kind: 'same_rating', key: '满意', month: '2026-10', branch: 'B1', person: 'P1' }
		];
		const keys = (hidden: Hidden): string[] =>
			rows.map((row) =>
				keyText(
					{ lang: 'zh', section, dimension: null, nameOf: (_, code) => code },
					row,
					section.keys!.at(-1)!,
					hidden
				)
			);
		expect(keys(ALL_HIDDEN)).toEqual(['138****5678', '请回电139****4321', '满意']);
		expect(keys(NONE_HIDDEN)).toEqual(rows.map((row) => row.key));
		const queries = handedReportQueries();
		const at = queries.findIndex((query) => query.includes('from reports.finding '));
		const given = handedReports(
			queries.map((_, i) => (i === at ? rows : [])),
			new Set(['caller'])
		);
		expect(JSON.stringify(given)).not.toMatch(/1[38]\d{9}/);
		expect(given).toHaveLength(1);
	});

	it('of what is handed over to a branch', () => {
		const row = { c_call: 'TH1', c_caller: '13812345678', source_file: 1, source_record: 2, source_line: 3 };
		const rows = handedRows([{ dataset: 'calls' }], [[row]], () => '呼叫.csv', new Set(['caller']));
		expect(JSON.stringify(rows)).toContain('138****5678');
		expect(JSON.stringify(rows)).not.toContain('13812345678');
	});
});
