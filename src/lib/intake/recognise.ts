import { DATASETS, datasetOf, type Dataset } from './dataset';
import { headerName } from './header-name';
import { type Given, type Mapping, mayBeHeader, mapHeaders } from './header';

/** How many of a data set's columns are known: from the header, or what it requires from the title or the user. */
const told = (dataset: Dataset, { columns, implied }: Mapping): number =>
	Object.keys(columns).length + dataset.columns.filter((c) => c.required && c.column in implied).length;

const ENOUGH_COLUMNS = 4;

/** The data set whose columns the headers fit best, or null; all its required columns must be there or given. */
export function recognise(headers: string[], given: Given = {}): Mapping | null {
	if (!mayBeHeader(headers.map(headerName))) return null;
	const named = headers.filter((h) => h.trim() !== '').length;
	let best: Mapping | null = null;
	for (const dataset of DATASETS) {
		const mapping = mapHeaders(dataset, headers, givenTo(dataset, given));
		const matched = told(dataset, mapping);
		if (mapping.missing.length > 0 || matched === 0) continue;
		if (matched < ENOUGH_COLUMNS && matched * 2 < named) continue;
		if (isAnother(dataset, headers)) continue;
		if (isDirectory(dataset) && (!tellsMoreThanCodes(mapping) || fitsBetter(mapping, headers))) continue;
		if (!best || matched > told(datasetOf(best.dataset), best)) best = mapping;
	}
	return best;
}

/** The values given that a data set has columns for. */
export const givenTo = (dataset: Dataset, given: Given): Given =>
	Object.fromEntries(
		Object.entries(given).filter(([column]) => dataset.columns.some((c) => c.column === column))
	);

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

/** Another data set has more of these columns, though it lacks one: the file may be that. */
const fitsBetter = ({ columns }: Mapping, headers: string[]): boolean =>
	DATASETS.some(
		(other) =>
			!isDirectory(other) &&
			Object.keys(mapHeaders(other, headers).columns).length > Object.keys(columns).length
	);

/** The data set that the headers come nearest to without having all it requires, to be completed by hand. */
export function nearest(headers: string[], given: Given = {}): Mapping | null {
	if (!mayBeHeader(headers.map(headerName))) return null;
	let best: Mapping | null = null;
	for (const dataset of DATASETS) {
		const mapping = mapHeaders(dataset, headers, givenTo(dataset, given));
		const score = (m: Mapping): number => told(datasetOf(m.dataset), m) - m.missing.length;
		if (Object.keys(mapping.columns).length >= 2 && (!best || score(mapping) > score(best))) best = mapping;
	}
	return best;
}
