import { DATASETS, datasetOf, type Dataset } from './dataset';
import { bareWord } from './values';

/** Which cell of a record each known column of a data set stands in; `unknown` lists the headers that no column takes. */
export interface Mapping {
	dataset: string;
	columns: Record<string, number>;
	unknown: string[];
	/** Required columns that no header gives. */
	missing: string[];
	/** Values that the file's headers say for columns it doesn't have (a file keyed by 投诉编号 holds complaints). */
	implied: Record<string, string>;
}

/** A header as it is compared: no code or unit in brackets, no mark of a required column, one case and width. */
export const bareHeader = (header: string): string => {
	const bare = bareWord(header).replace(/[\s"'*:＊]/g, '');
	return bare.replace(/[([{【].*?[)\]}】]/g, '') || bare;
};

/** Maps headers to a data set's columns: each column takes its best-known header, each header serves one column. */
export function mapHeaders(dataset: Dataset, headers: string[]): Mapping {
	const exact = headers.map((h) => h.normalize('NFKC').trim().toLowerCase());
	const bare = headers.map(bareHeader);
	const taken = new Set<number>();
	const columns: Record<string, number> = {};
	const rounds = Math.max(...dataset.columns.map((c) => c.headers.length));
	for (let round = 0; round < rounds; round++)
		for (const { column, headers: names } of dataset.columns) {
			const name = names[round];
			if (name === undefined || column in columns) continue;
			const at = find(exact, name.toLowerCase(), taken) ?? find(bare, bareHeader(name), taken);
			if (at === null) continue;
			columns[column] = at;
			taken.add(at);
		}
	return complete(dataset, columns, headers);
}

function find(headers: string[], name: string, taken: Set<number>): number | null {
	const at = headers.findIndex((h, i) => h === name && !taken.has(i));
	return at < 0 ? null : at;
}

/** Fills in what follows from a choice of columns: unknown headers, missing columns and implied values. */
export function complete(dataset: Dataset, columns: Record<string, number>, headers: string[]): Mapping {
	const implied: Record<string, string> = {};
	for (const { column, implies } of dataset.columns) {
		const header = bareHeader(headers[columns[column] ?? -1] ?? '');
		for (const [by, said] of Object.entries(implies ?? {}))
			if (header === bareHeader(by)) Object.assign(implied, said);
	}
	for (const column of Object.keys(implied)) if (column in columns) delete implied[column];
	const used = new Set(Object.values(columns));
	return {
		dataset: dataset.dataset,
		columns,
		implied,
		unknown: headers.filter((h, i) => h.trim() !== '' && !used.has(i)),
		missing: dataset.columns
			.filter((c) => c.required && !(c.column in columns) && !(c.column in implied))
			.map((c) => c.column)
	};
}

const ENOUGH_COLUMNS = 4;

/** The data set whose columns the headers fit best, or null; all its required columns must be there. */
export function recognise(headers: string[]): Mapping | null {
	const named = headers.filter((h) => h.trim() !== '').length;
	let best: Mapping | null = null;
	for (const dataset of DATASETS) {
		const mapping = mapHeaders(dataset, headers);
		const matched = Object.keys(mapping.columns).length;
		if (mapping.missing.length > 0 || matched === 0) continue;
		if (matched < ENOUGH_COLUMNS && matched * 2 < named) continue;
		if (isAnother(dataset, headers)) continue;
		if (isDirectory(dataset) && !tellsMoreThanCodes(mapping)) continue;
		if (!best || matched > Object.keys(best.columns).length) best = mapping;
	}
	return best;
}

/** What names columns of another data set is that one, damaged or not. */
function isAnother({ unless }: Dataset, headers: string[]): boolean {
	if (!unless) return false;
	const { columns } = mapHeaders(datasetOf(unless.dataset), headers);
	return unless.columns.some((column) => column in columns);
}

/** Branches and people are what all other files are held against, so a file must not become one by its codes alone. */
const isDirectory = ({ dataset }: Dataset): boolean => dataset === 'branches' || dataset === 'people';

const CODES = new Set(['branch', 'person']);

/** A name, a post, a region or dates beside the codes, and no more unknown columns than known ones. */
const tellsMoreThanCodes = ({ columns, unknown }: Mapping): boolean =>
	Object.keys(columns).some((column) => !CODES.has(column)) && unknown.length <= Object.keys(columns).length;

/** The data set that the headers come nearest to without having all it requires, to be completed by hand. */
export function nearest(headers: string[]): Mapping | null {
	let best: Mapping | null = null;
	for (const dataset of DATASETS) {
		const mapping = mapHeaders(dataset, headers);
		const score = (m: Mapping): number => Object.keys(m.columns).length - m.missing.length;
		if (Object.keys(mapping.columns).length >= 2 && (!best || score(mapping) > score(best))) best = mapping;
	}
	return best;
}
