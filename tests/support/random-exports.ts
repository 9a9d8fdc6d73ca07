import fc from 'fast-check';
import vocabulary from '../../data/vocabulary.json';
import { DATASETS, type Column, type Dataset } from '../../src/lib/intake/dataset';
import type { TextFile } from './scored';

const words: Record<string, Record<string, string[]>> = vocabulary;
/** Days of four months, first and last ones among them, some on end. */
const DAYS = [
	'2026-06-30',
	...['07', '08', '09', '10'].flatMap((month) =>
		['01', '02', '03', '05', '06', '10', '15', '18', '19', '20', '26', '27', '28', '30', '31']
			.filter((d) => month !== '09' || d !== '31')
			.map((d) => `2026-${month}-${d}`)
	)
];
const MONTHS = ['2026-06', '2026-07', '2026-08', '2026-09', '2026-10'];
const CLOCK = ['00:00:00', '09:00:00', '09:00:30', '09:01:00', '15:59:59', '18:00:00', '23:59:59'];

/** What the cells of one export are drawn from: few of each, so that records meet, tie and follow on each other at the very second. */
interface Pools {
	branches: string[];
	people: string[];
	days: string[];
	moments: string[];
	numbers: string[];
	/** How many things of a kind are named: tickets, customers, homes. */
	things: number;
	/** How many records of a table are told apart. */
	keys: number;
	/** Whether everyone was rated in every month, so that there are ranks and prizes. */
	whole: boolean;
	/** What can't be read: of a data set, every n-th record. */
	spoilt: { dataset: string; each: number };
}

const SPOILT = ['merits', 'audits', 'reports', 'holds', 'tickets', 'callbacks', 'spot_checks', 'ratings'];

const some = <T>(of: T[], least: number, most: number): fc.Arbitrary<T[]> =>
	fc.shuffledSubarray(of, { minLength: least, maxLength: Math.min(most, of.length) });
const numbered = (name: string, most: number): string[] =>
	Array.from({ length: most }, (_, i) => `${name}${String(i + 1)}`);

/** When a merger begins, and the second before. */
const BOUNDS = ['2026-08-31 23:59:59', '2026-09-01 00:00:00', '2026-10-01 00:00:00'];
const BRANCHES = numbered('B', 5);
/** One has the code of a branch. */
const PEOPLE = [...numbered('P', 6), 'B2'];

/** Some of every month of a quarter, so that it can be ranked, and others. */
const days = fc
	.tuple(
		...['07', '08', '09'].map((m) =>
			some(
				DAYS.filter((d) => d.slice(5, 7) === m),
				1,
				3
			)
		),
		some(DAYS, 0, 6)
	)
	.map((parts) => [...new Set(['2026-09-01', '2026-10-01', ...parts.flat()])]);

const pools: fc.Arbitrary<Pools> = days.chain((days) =>
	fc.record({
		branches: some(BRANCHES.slice(3), 0, 2).map((others) => [...BRANCHES.slice(0, 3), ...others]),
		people: some(PEOPLE, 2, 7),
		days: fc.constant(days),
		moments: some(
			days.flatMap((d) => CLOCK.map((t) => `${d} ${t}`)),
			8,
			40
		).map((all) => [...new Set([...all, ...BOUNDS])]),
		numbers: some(['0', '0.5', '1', '2', '3', '5', '9.99', '10', '22', '60', '86.25', '100', '150'], 4, 8),
		things: fc.constantFrom(2, 4, 12, 40),
		keys: fc.constantFrom(60, 200, 800),
		whole: fc.constantFrom(true, true, false),
		spoilt: fc.record({
			dataset: fc.constantFrom('', '', '', '', ...SPOILT),
			each: fc.constantFrom(1, 2, 9)
		})
	})
);

const DIRECTORIES = ['branches', 'people'];

function cell(dataset: Dataset, column: Column, p: Pools): fc.Arbitrary<string> {
	const of = (values: string[]): fc.Arbitrary<string> => fc.constantFrom(...values);
	const named = (name: string, most: number): fc.Arbitrary<string> =>
		fc.integer({ min: 1, max: most }).map((n) => `${name}${String(n)}`);
	const list = column.words === undefined ? undefined : words[column.words];
	const { min = -50, max = 200, decimals = 2 } = column;
	const numbers = [...new Set([...p.numbers, '2', '7.5'])].filter(
		(n) => Number(n) >= min && Number(n) <= max && (decimals > 0 || !n.includes('.'))
	);
	if (column.column === 'merged_into') return of(p.branches);
	// most were there long before
	if (DIRECTORIES.includes(dataset.dataset) && ['opened_on', 'from'].includes(column.column))
		return fc.oneof(
			{ weight: 2, arbitrary: fc.constant('2019-03-01') },
			{ weight: 1, arbitrary: of(p.days) }
		);
	if (column.column === 'post') return fc.constantFrom('客服', '回访员', '呼叫中心经理');
	if (column.column === 'ref') return fc.oneof(...['T', 'C', 'R'].map((name) => named(name, p.things)));
	switch (column.type) {
		case 'branch':
			return of(p.branches);
		case 'person':
			return of(p.people);
		case 'month':
			return of(MONTHS);
		case 'date':
			return of(p.days);
		case 'time':
			return of(p.moments);
		case 'number':
			return of(numbers);
		case 'satisfaction':
			return fc.constantFrom('1', '2', '3', '4', '5', '满意', '非常满意', '不满意');
		case 'word':
		case 'label':
			return list ? of(Object.keys(list)) : named(column.column, 3);
		default:
			return named(column.column[0]!.toUpperCase(), dataset.key.includes(column.column) ? p.keys : p.things);
	}
}

/** Of two cells in the wrong order, each in the other's place: a record that ends before it began would be set aside. */
function inOrder(columns: Column[], cells: string[]): string[] {
	const sorted = [...cells];
	for (const [at, { not_before }] of columns.entries()) {
		const from = columns.findIndex((c) => c.column === not_before);
		const [begins, ends] = [sorted[from], sorted[at]];
		if (begins && ends && ends < begins) [sorted[from], sorted[at]] = [ends, begins];
	}
	return sorted;
}

/** A record of which one cell, each time another, says nothing that can be read. */
function spoilt(columns: Column[], cells: string[], nth: number): string[] {
	const can = columns.flatMap((c, at) => (c.required && c.type !== 'id' && c.type !== 'text' ? [at] : []));
	const at = can[nth % can.length]!;
	return cells.map((cell, i) => (i === at ? '?' : cell));
}

/** Everyone's ratings or attendance of every month, few of them different. */
function allOf(columns: Column[], p: Pools): string[][] {
	const people = p.people.map((person, at) => ({ branch: p.branches[at % p.branches.length]!, person }));
	const units = [...p.branches.map((branch) => ({ branch, person: '' })), ...people];
	const ratings = units.flatMap((unit) => ['self', 'leader', 'group'].map((role) => ({ ...unit, role })));
	const numbers = p.numbers.filter((n) => Number(n) <= 100);
	return MONTHS.flatMap((month, nth) =>
		(columns.some((c) => c.column === 'rater') ? ratings : people).map((of, at) => {
			const n = numbers[(nth + at) % numbers.length]!;
			const cells: Record<string, string> = {
				...{ ...of, month, rater: `R${String(at % 4)}`, score: n },
				...{ due_days: '2', attended_days: String(at % 3) }
			};
			return columns.map((c) => cells[c.column] ?? '');
		})
	);
}

/** A branch that has another name from a month on, and one that goes into another, which goes into a third. */
function merged(columns: Column[]): string[][] {
	const rows: Record<string, string>[] = [
		{ branch: 'B2', closed_on: '2026-08-31', merged_into: 'B9' },
		{ branch: 'B9', opened_on: '2026-09-01' },
		{ branch: 'B3', opened_on: '2019-03-01', closed_on: '2026-08-15', merged_into: 'B4' },
		{ branch: 'B4', opened_on: '2019-03-01', closed_on: '2026-09-30', merged_into: 'B1' }
	];
	return rows.map((cells) => columns.map((c) => cells[c.column] ?? ''));
}

/** A file of a data set as it may come: every column is there, and cells that may be are empty now and then. */
function fileOf(dataset: Dataset, nth: number, records: number, p: Pools): fc.Arbitrary<TextFile> {
	const columns = dataset.columns.filter((c) => c.type !== 'label' || c.words !== undefined);
	const record = fc
		.tuple(
			...columns.map((c) => {
				const own = cell(dataset, c, p);
				return c.required || dataset.key.includes(c.column)
					? own
					: fc.oneof({ weight: 3, arbitrary: own }, { weight: 1, arbitrary: fc.constant('') });
			})
		)
		.map((cells) => inOrder(columns, cells));
	const all = fc.array(record, { minLength: Math.ceil(records / 1.5), maxLength: records }).map((rows) => {
		// a directory names everyone; people move
		const codes = dataset.dataset === 'branches' ? (p.whole ? p.branches : BRANCHES) : PEOPLE;
		if (['ratings', 'attendance'].includes(dataset.dataset) && p.whole && nth === 1) return allOf(columns, p);
		if (dataset.dataset === p.spoilt.dataset)
			return rows.map((cells, at) => (at % p.spoilt.each === 0 ? spoilt(columns, cells, at) : cells));
		if (!DIRECTORIES.includes(dataset.dataset)) return rows;
		const named = rows.slice(0, 12).map((cells, at) => [codes[at % codes.length]!, ...cells.slice(1)]);
		return dataset.dataset === 'branches' && p.whole
			? [...named.filter(([code]) => !['B2', 'B3', 'B4'].includes(code!)), ...merged(columns)]
			: named;
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
	pools
		.chain((p) =>
			fc.tuple(
				...DATASETS.flatMap((dataset) =>
					DIRECTORIES.includes(dataset.dataset)
						? [fc.option(fileOf(dataset, 1, records, p), { freq: 3, nil: null })]
						: [
								fileOf(dataset, 1, records, p),
								fc.option(fileOf(dataset, 2, records, p), { freq: 2, nil: null })
							]
				)
			)
		)
		.map((files) => files.filter((file) => file !== null));
