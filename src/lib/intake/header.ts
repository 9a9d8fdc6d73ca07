import { DATASETS, type Column, type Dataset } from './dataset';
import { unitOf, unitRatio } from './units';
import { plain } from './plain';
import { type HeaderName, headerName, bareHeader, PLANNED, ACTUAL } from './header-name';

/** Values that are the same for every record of a file, by column: from its title or its headers, or given by the user. */
export type Given = Record<string, string>;

/** Which cell of a record each known column of a data set stands in; `unknown` lists the headers that no column takes. */
export interface Mapping {
	dataset: string;
	columns: Record<string, number>;
	unknown: string[];
	/** Required columns that no header gives. */
	missing: string[];
	/** Values that hold for every record (a file keyed by 投诉编号 holds complaints; a month from the title). */
	implied: Given;
	/** What headers say of their column's unit or scale (万元, 10分制, UTC). */
	units: Record<string, string>;
	/** Columns that several headers fit, with the places of those; the values decide, or the user. */
	rivals: { column: string; places: number[] }[];
	/** Columns whose unit isn't understood, with what their header says. */
	strange: { column: string; unit: string }[];
	/** What codes in a column's cells mean, by its header (质检结果(0:合格 1:不合格)). */
	legends: Record<string, Record<string, string>>;
}

/** What is planned is never what happened, and the other way round. */
const agrees = (column: Column, { notes }: HeaderName): boolean =>
	!notes.some((note) => (column.planned ? ACTUAL : PLANNED).test(note));

/** How well a header names a column, or null where it doesn't. */
function fit(column: Column, wanted: HeaderName, header: HeaderName): 'exact' | 'bare' | 'suffix' | null {
	if (header.exact === wanted.exact) return agrees(column, header) ? 'exact' : null;
	if (header.name === wanted.name) return agrees(column, header) ? 'bare' : null;
	if (column.type !== 'number' || header.suffix?.name !== wanted.name) return null;
	return agrees(column, header) ? 'suffix' : null;
}

/** The names that each column of a data set goes by, read once. */
const namesOf = new Map(
	DATASETS.map(({ dataset, columns }) => [dataset, columns.map((c) => c.headers.map(headerName))])
);

/** Every name of every data set: a row without one is no header. */
const ANY = new Set([...namesOf.values()].flat(2).flatMap(({ exact, name }) => [exact, name]));

/** All that a row's cells may be looked up by. */
const saidBy = (headers: HeaderName[]): Set<string> =>
	new Set(headers.flatMap(({ exact, name, suffix }) => [exact, name, suffix?.name ?? name]));

/** Whether a row may be a header: a cell of it is a name of some data set. */
export const mayBeHeader = (headers: HeaderName[]): boolean => {
	for (const said of saidBy(headers)) if (said !== '' && ANY.has(said)) return true;
	return false;
};

/** Maps headers to a data set's columns: each column takes its best-known header, each header serves one column. */
export function mapHeaders(dataset: Dataset, headers: string[], given: Given = {}): Mapping {
	const names = headers.map(headerName);
	const taken = new Set<number>();
	const columns: Record<string, number> = {};
	const known = namesOf.get(dataset.dataset)!;
	const said = saidBy(names);
	const rounds = Math.max(...known.map((all) => all.length));
	for (let round = 0; round < rounds; round++)
		for (const [c, column] of dataset.columns.entries()) {
			const name = known[c]![round];
			if (!name || !(said.has(name.exact) || said.has(name.name))) continue;
			if (column.column in columns || column.column in given) continue;
			const at = find(column, name, names, taken);
			if (at === null) continue;
			columns[column.column] = at;
			taken.add(at);
		}
	const mapping = complete(dataset, columns, headers, given);
	return { ...mapping, rivals: rivalsOf(dataset, columns, names, taken) };
}

function find(column: Column, name: HeaderName, headers: HeaderName[], taken: Set<number>): number | null {
	for (const how of ['exact', 'bare', 'suffix'] as const) {
		const at = headers.findIndex((h, i) => !taken.has(i) && fit(column, name, h) === how);
		if (at >= 0) return at;
	}
	return null;
}

/** Columns that a header fits beside the one that was taken; names that stand for a column only where no better one is there count among themselves. */
function rivalsOf(
	dataset: Dataset,
	columns: Record<string, number>,
	headers: HeaderName[],
	taken: Set<number>
): Mapping['rivals'] {
	return dataset.columns.flatMap((column) => {
		const at = columns[column.column];
		if (at === undefined) return [];
		const all = column.headers.map(headerName);
		const own = all.slice(0, column.own);
		const isOwn = own.some((name) => fit(column, name, headers[at]!) !== null);
		const names = isOwn ? [...own, ...(column.last ?? []).map(headerName)] : all;
		const others = headers.flatMap((h, i) =>
			!taken.has(i) && names.some((name) => fit(column, name, h) !== null) ? [i] : []
		);
		return others.length > 0 ? [{ column: column.column, places: [at, ...others] }] : [];
	});
}

/** Fills in what follows from a choice of columns: unknown headers, missing columns, implied values and units. */
export function complete(
	dataset: Dataset,
	chosen: Record<string, number>,
	headers: string[],
	given: Given = {},
	units: Record<string, string> = {}
): Mapping {
	const columns = Object.fromEntries(Object.entries(chosen).filter(([column]) => !(column in given)));
	const implied: Given = {};
	const found: Pick<Mapping, 'units' | 'strange' | 'legends'> = { units: {}, strange: [], legends: {} };
	for (const column of dataset.columns) {
		const at = columns[column.column];
		if (at === undefined) continue;
		const header = headerName(headers[at] ?? '');
		for (const [by, said] of Object.entries(column.implies ?? {}))
			if (header.name === bareHeader(by)) Object.assign(implied, said);
		const notes =
			header.suffix && !column.headers.some((h) => bareHeader(h) === header.name)
				? [...header.notes, header.suffix.unit]
				: header.notes;
		const legend = WORDED.has(column.type) ? legendOf(headers[at] ?? '') : null;
		if (legend) found.legends[column.column] = legend;
		const { unit, unknown } = unitOf(column, legend ? [] : notes);
		const own = units[column.column];
		if (own !== undefined) found.units[column.column] = own;
		else if (unknown !== null) found.strange.push({ column: column.column, unit: unknown });
		else if (unit !== null) found.units[column.column] = unit;
	}
	for (const column of Object.keys(implied)) if (column in columns) delete implied[column];
	const used = new Set(Object.values(columns));
	const all = { ...implied, ...given };
	return {
		dataset: dataset.dataset,
		columns,
		implied: all,
		...found,
		strange: [...found.strange, ...halfStated(dataset, columns, found.units, units)],
		rivals: [],
		unknown: headers.filter((h, i) => h.trim() !== '' && !used.has(i)),
		missing: dataset.columns
			.filter((c) => c.required && !(c.column in columns) && !(c.column in all) && !derives(c, columns))
			.map((c) => c.column)
	};
}

const WORDED = new Set(['word', 'label', 'satisfaction']);
const CODE = /(?:^|[\s,;、/|])(\d{1,3})\s*[:=.、-]\s*([^\d\s,;、/|][^\s,;、/|\d]*)/g;

/** The codes that a header explains, or null. */
function legendOf(header: string): Record<string, string> | null {
	const inside = /[([{](.*)$/s.exec(plain(header))?.[1];
	if (inside === undefined) return null;
	const codes = [...inside.matchAll(CODE)].map((m) => [m[1]!, m[2]!.replace(/[)\]}]+$/, '').trim()] as const);
	return codes.length > 0 ? Object.fromEntries(codes) : null;
}

/** A column whose value can be told from the person of the record. */
const derives = (column: Column, columns: Record<string, number>): boolean =>
	column.from_person === true && 'person' in columns;

/** Of two columns that share a unit one says which and the other says none: it may be either. */
function halfStated(
	dataset: Dataset,
	columns: Record<string, number>,
	said: Record<string, string>,
	own: Record<string, string>
): Mapping['strange'] {
	return dataset.columns.flatMap(({ column, same_unit: other }) => {
		if (!other || !(column in columns) || !(other in columns)) return [];
		const [mine, theirs] = [said[column], said[other]];
		if (mine === theirs || column in own || other in own) return [];
		if (mine !== undefined && theirs !== undefined)
			return isMoney(mine) && isMoney(theirs) ? [] : [{ column, unit: `${theirs}/${mine}` }];
		if ((mine ?? theirs) === '元') return [];
		return [{ column: mine === undefined ? column : other, unit: '' }];
	});
}

const isMoney = (unit: string): boolean => unitRatio('amount', unit) !== null;
