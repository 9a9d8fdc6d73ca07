import fc from 'fast-check';
import vocabulary from '../../data/vocabulary.json';
import { DATASETS, type Column, type Dataset } from '../../src/lib/intake/dataset';
import type { TextFile } from './scored';

const words: Record<string, Record<string, string[]>> = vocabulary;
/** Days of four months, few enough that two of a record are often the same, and first and last ones among them. */
const DAYS = [
	'2026-06-30',
	...['07', '08', '09', '10'].flatMap((month) =>
		['01', '02', '05', '06', '10', '15', '19', '20', '26', '28', '30', '31']
			.filter((d) => month !== '09' || d !== '31')
			.map((d) => `2026-${month}-${d}`)
	)
];
const day = fc.constantFrom(...DAYS);
const two = (n: number): string => String(n).padStart(2, '0');
const moment = fc
	.tuple(day, fc.constantFrom(0, 0, 9, 15, 23), fc.constantFrom(0, 59), fc.constantFrom(0, 30, 59))
	.map(([d, h, m, s]) => `${d} ${two(h)}:${two(m)}:${two(s)}`);
const number = ({ min = -50, max = 200, decimals = 2 }: Column): fc.Arbitrary<string> =>
	fc
		.tuple(fc.integer({ min: Math.max(min, -50), max: Math.min(max, 200) }), fc.integer({ min: 0, max: 99 }))
		.map(([whole, part]) =>
			decimals === 0 || whole === max ? String(whole) : `${String(whole)}.${two(part).slice(0, decimals)}`
		);
/** Names of few things, so that keys repeat, within a file and across files. */
const few = (name: string, most: number): fc.Arbitrary<string> =>
	fc.integer({ min: 1, max: most }).map((n) => `${name}${String(n)}`);

function cell(dataset: Dataset, column: Column): fc.Arbitrary<string> {
	if (column.column === 'merged_into') return few('B', 4);
	const list = column.words === undefined ? undefined : words[column.words];
	switch (column.type) {
		case 'branch':
			return few('B', 4);
		case 'person':
			return few('P', 7);
		case 'month':
			return fc.constantFrom('2026-06', '2026-07', '2026-08', '2026-09', '2026-10');
		case 'date':
			return day;
		case 'time':
			return moment;
		case 'number':
			return number(column);
		case 'satisfaction':
			return fc.constantFrom('1', '2', '3', '4', '5');
		case 'word':
		case 'label':
			return list ? fc.constantFrom(...Object.keys(list)) : few(column.column, 3);
		default:
			return few(column.column[0]!.toUpperCase(), dataset.key.includes(column.column) ? 90 : 4);
	}
}

const DIRECTORIES = ['branches', 'people'];

/** A file of a data set as it may come: every column is there, and cells that may be are empty now and then. */
function fileOf(dataset: Dataset, nth: number, records: number): fc.Arbitrary<TextFile> {
	const columns = dataset.columns.filter((c) => c.type !== 'label' || c.words !== undefined);
	const record = fc.tuple(
		...columns.map((c) => {
			const own = cell(dataset, c);
			return c.required || dataset.key.includes(c.column)
				? own
				: fc.oneof({ weight: 3, arbitrary: own }, { weight: 1, arbitrary: fc.constant('') });
		})
	);
	const all = fc.array(record, { minLength: Math.ceil(records / 1.5), maxLength: records }).map((rows) => {
		// a directory names everyone; people move
		const code = dataset.dataset === 'branches' ? 'B' : 'P';
		if (!DIRECTORIES.includes(dataset.dataset)) return rows;
		return rows.slice(0, 12).map((cells, at) => [`${code}${String((at % 7) + 1)}`, ...cells.slice(1)]);
	});
	return all.map((rows) => ({
		path: `${dataset.dataset}-${String(nth)}.csv`,
		bytes: new TextEncoder().encode(
			[columns.map((c) => c.column), ...rows].map((cells) => cells.join(',')).join('\n')
		)
	}));
}

/** Exports of all data sets, two files of most, of at most so many records each: records repeat and disagree, people work for several branches. */
export const exportsOf = (records: number): fc.Arbitrary<TextFile[]> =>
	fc
		.tuple(
			...DATASETS.flatMap((dataset) =>
				DIRECTORIES.includes(dataset.dataset)
					? [fc.option(fileOf(dataset, 1, records), { freq: 2, nil: null })]
					: [fileOf(dataset, 1, records), fc.option(fileOf(dataset, 2, records), { freq: 2, nil: null })]
			)
		)
		.map((files) => files.filter((file) => file !== null));
