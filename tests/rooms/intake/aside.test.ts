import { describe, expect, it } from 'vitest';
import { outstanding } from '../../../src/lib/intake/answers';
import { bytesSource } from '../../../src/lib/intake/source';
import { AsideTally, MOST_NAMED } from '../../../src/lib/intake/aside-tally';
import type { Meaning } from '../../../src/lib/intake/reader';
import { asideRows, isLeftOut } from '../../../src/lib/intake/set-aside';
import { survey } from '../../../src/lib/intake/survey';
import type { Understanding } from '../../../src/lib/intake/understanding';
import { forPersons, lackingBeside } from '../../../src/lib/intake/unread';
import { loss, note } from '../../../src/lib/intake/warning';

const how = (guess: string | null, mapping: unknown = null): Understanding =>
	({ guess: guess === null ? null : { dataset: guess }, mapping }) as unknown as Understanding;
const aside = { branch: 'B01', month: '2026-10', records: 2 };

describe('what was set aside', () => {
	it('is named record by record up to a number, and counted whole', () => {
		const tally = new AsideTally([], {}, { directory: {} } as unknown as Meaning);
		for (let at = 0; at < MOST_NAMED + 3; at++) tally.note(null, at);
		expect(tally.all.map((a) => [a.records, a.at?.length])).toEqual([[MOST_NAMED + 3, MOST_NAMED]]);
	});
	it('belongs to the data set of its table, to the likeliest one, or to the one that the file is named after', () => {
		const table = (path: string, dataset: string | null, guess: string | null) => ({
			path,
			dataset,
			how: how(guess),
			aside: [aside]
		});
		const rows = asideRows(
			[
				table('a.csv', 'fees', 'plans'),
				table('b.csv', null, 'plans'),
				table('工单.csv', null, null),
				table('x.csv', null, null)
			],
			[]
		);
		expect(rows.map((r) => [r.path, r.dataset, r.records])).toEqual([
			['a.csv', 'fees', 2],
			['b.csv', 'plans', 2],
			['工单.csv', 'tickets', 2],
			['x.csv', null, 2]
		]);
	});
	it('counts what isn’t read as a whole where it is a loss, as one where it isn’t known how much', () => {
		const rows = asideRows(
			[],
			[
				{ path: 'a.csv', warning: loss('unread_file', '', 'bomb'), dataset: 'fees' },
				{ path: '回访.csv', warning: loss('unread_file', '', 'bomb') },
				{ path: 'b.xlsx', warning: loss('unread_sheet', '二', 'plans', 7), dataset: null },
				{ path: 'b.xlsx', warning: loss('hidden_sheet', '三', '', 4) },
				{ path: 'b.xlsx', warning: loss('unread_table', '9', 'plans', 3) },
				{ path: 'c.csv', warning: note('unread_file', '', 'image') }
			]
		);
		expect(rows.map((r) => [r.dataset, r.branch, r.month, r.records])).toEqual([
			['fees', null, null, 1],
			['callbacks', null, null, 1],
			['plans', null, null, 7],
			[null, null, null, 4],
			[null, null, null, 3]
		]);
	});
	it('is a file, sheet or table by its warning', () => {
		const codes = [
			'unread_file',
			'unread_sheet',
			'unread_table',
			'hidden_sheet',
			'hidden_rows',
			'missing_column'
		] as const;
		expect(codes.filter((code) => isLeftOut(loss(code, '')))).toEqual([
			'unread_file',
			'unread_sheet',
			'unread_table',
			'hidden_sheet'
		]);
	});
	it('is no more what a corrected list answers', () => {
		const reject = (record: number, mark?: string) => ({
			record,
			line: record,
			column: 'branch',
			value: '',
			code: 'required' as const,
			...(mark !== undefined && { mark })
		});
		const marks = [1, 2].map((record) => ({ record, line: record, column: 'branch' as const, mark: 5 }));
		const file = {
			aside: [
				{ ...aside, at: [1, 2], marks },
				{ ...aside, records: 1, at: [3] },
				{ ...aside, records: 5 }
			],
			rejects: [reject(1, 'r-1'), reject(2, 'r-2'), reject(3, 'r-3'), reject(4)]
		};
		const list = {
			aside: [],
			rejects: [],
			answers: [
				{ column: 'branch', code: 'required' as const, mark: 'r-1' },
				{ column: 'branch', code: 'required' as const, mark: 'r-3' },
				{ column: 'person', code: 'required' as const, mark: 'r-2' }
			]
		};
		const other = { aside: [aside], rejects: [reject(1, 'r-9')] };
		const [left, , same] = outstanding<typeof file | typeof list | typeof other>([file, list, other]);
		expect(left!.rejects.map((r) => r.record)).toEqual([2, 4]);
		expect(left!.aside).toEqual([
			{ ...aside, records: 1, at: [2], marks: [marks[1]] },
			{ ...aside, records: 5, at: undefined, marks: undefined }
		]);
		expect(same).toBe(other);
		expect(outstanding([file])[0]).toBe(file);
	});
});

describe('columns that a table lacks', () => {
	const of = async (text: string) => {
		const { tables } = await survey(bytesSource('x.csv', new TextEncoder().encode(text)));
		const [table] = tables;
		return { path: 'x.csv', dataset: table!.how.mapping?.dataset ?? null, how: table!.how };
	};
	it('are a loss for persons, whatever they are for branches', () => {
		expect(forPersons(note('missing_column', 'person'))).toEqual(loss('missing_column', 'person'));
		expect(forPersons(note('unknown_column', 'x'))).toEqual(note('unknown_column', 'x'));
	});
	it('are told where other data sets or a reading need them', async () => {
		const { DATASETS } = await import('../../../src/lib/intake/dataset');
		const needs = DATASETS.flatMap((d) =>
			d.columns.filter((c) => c.needed_with ?? c.needed_by).map((c) => ({ dataset: d, column: c }))
		);
		expect(needs.length).toBeGreaterThan(0);
		for (const { dataset, column } of needs) {
			const rest = dataset.columns.filter(
				(c) => c.column !== column.column && dataset.example[c.column] !== undefined
			);
			const file = (columns: typeof rest): string =>
				`${columns.map((c) => c.column).join(',')}\n${columns.map((c) => `"${dataset.example[c.column] ?? ''}"`).join(',')}\n`;
			const table = await of(file(rest));
			const whole = await of(file([...rest, column]));
			const other = { path: 'y.csv', dataset: column.needed_with ?? 'none', how: how(null) };
			const chosen = new Set(column.needed_by === undefined ? [] : [column.needed_by]);
			const lacks = (tables: Parameters<typeof lackingBeside>[0], by = chosen): string[] =>
				lackingBeside(tables, by).map((l) => `${l.table.path} ${l.warning.severity} ${l.warning.column}`);
			if (table.dataset !== dataset.dataset) continue;
			expect(lacks([table, other])).toContain(`x.csv loss ${column.column}`);
			expect(lacks([table], new Set())).not.toContain(`x.csv loss ${column.column}`);
			expect(lacks([whole, other])).not.toContain(`x.csv loss ${column.column}`);
		}
	});
});
