import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { lookOf, placeOf, workbookStream } from '../../../src/lib/intake/books/biff';
import { readOds } from '../../../src/lib/intake/books/ods';
import { readXlsBook } from '../../../src/lib/intake/books/xls';
import { DATASETS, datasetOf, type Dataset } from '../../../src/lib/intake/dataset';
import { mapHeaders } from '../../../src/lib/intake/header';
import { recognise } from '../../../src/lib/intake/recognise';
import { xls } from './unchanged/biff';

const titles = ({ columns }: Dataset, isWanted: (required: boolean) => boolean): string[] =>
	columns.filter((c) => isWanted(c.required === true)).flatMap((c) => c.headers.slice(0, 1));
const known = (dataset: Dataset, headers: string[]): number =>
	Object.keys(mapHeaders(dataset, headers).columns).length;

describe('a table that two data sets fit', () => {
	const pairs = DATASETS.flatMap((a) =>
		DATASETS.filter((b) => b !== a).map((b) => [
			...new Set([...titles(a, () => true), ...titles(b, (required) => required)])
		])
	);
	it('is the one of which most columns are known, of equals the first', () => {
		let tied = 0;
		for (const headers of pairs) {
			const found = recognise(headers)?.dataset;
			if (found === undefined) continue;
			const most = known(datasetOf(found), headers);
			// directories and what gives way to another have rules of their own
			const rivals = DATASETS.filter((d) => !['branches', 'people'].includes(d.dataset) && !d.unless).filter(
				(d) => mapHeaders(d, headers).missing.length === 0
			);
			for (const rival of rivals) {
				const isBefore = DATASETS.indexOf(rival) < DATASETS.findIndex(({ dataset }) => dataset === found);
				const own = known(rival, headers);
				if (own === most && rival.dataset !== found) tied++;
				expect(isBefore ? own < most : own <= most, `${headers.join()}: ${found}, ${rival.dataset}`).toBe(
					true
				);
			}
		}
		expect(tied).toBeGreaterThan(0);
	});
	it('is none that gives way to what the table names', () => {
		const giving = DATASETS.filter((d) => d.unless);
		expect(giving.length).toBeGreaterThan(0);
		for (const dataset of giving) {
			const own = titles(dataset, () => true);
			expect(recognise(own)?.dataset).toBe(dataset.dataset);
			for (const column of dataset.unless!.columns) {
				const [title] = datasetOf(dataset.unless!.dataset).columns.find((c) => c.column === column)!.headers;
				expect(recognise([...own, title!])?.dataset, title).not.toBe(dataset.dataset);
			}
		}
	});
});

describe('a cell of a workbook', () => {
	it('has the format of its own place in .xls, however far down it stands', async () => {
		const cells = [
			{ row: 0, col: 1, style: 0, number: 0.5 },
			{ row: 256, col: 0, style: 1, number: 0.5 }
		];
		const bytes = xls({
			...{ is1904: false, locked: false, formats: [[164, '0%']], styles: [0, 164] },
			sheets: [{ name: 'a', state: 0, cells, rows: [], columns: [], merges: [], runs: [] }]
		});
		const { stream } = workbookStream(bytes);
		expect([...lookOf(stream!).sheets[0]!.formats.keys()]).toEqual([placeOf(256, 0)]);
		const [{ rows } = { rows: [] }] = await readXlsBook(bytes, stream!);
		expect([rows[0]?.[1], rows[256]?.[0]]).toEqual(['0.5', '50%']);
	});
	it('takes nothing of what is drawn beside it in .ods', () => {
		const drawn =
			'<table:shapes><draw:frame><text:p>a<text:s/>b<text:tab/>c</text:p></draw:frame></table:shapes>';
		const row =
			'<table:table-row><table:table-cell office:value-type="string"><text:p>x</text:p></table:table-cell></table:table-row>';
		const content = `<office:document-content><office:body><office:spreadsheet><table:table table:name="a">${drawn}${row}</table:table></office:spreadsheet></office:body></office:document-content>`;
		expect(readOds(zipSync({ 'content.xml': strToU8(content) }))[0]?.rows).toEqual([['x']]);
	});
});
