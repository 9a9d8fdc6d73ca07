import type { PersonalKind } from '../language/personal-kinds';
import exportsFile from '../../../data/exports.json';
import type { Lang, Text } from '../language/text';
import type { Family } from './units';

export type ColumnType =
	| 'id'
	| 'text'
	| 'branch'
	| 'person'
	| 'word'
	| 'label'
	| 'satisfaction'
	| 'month'
	| 'date'
	| 'time'
	| 'number';

/** One known column of an export: its canonical name, what its cells must be, and the headers it goes by. */
export interface Column {
	column: string;
	type: ColumnType;
	headers: string[];
	required?: boolean;
	/** Name of the word list in data/vocabulary.json. */
	words?: string;
	min?: number;
	max?: number;
	/** Most decimals that a value can have, such as 2 for days. */
	decimals?: number;
	/** Decimals that are kept, where six are too few. */
	kept_decimals?: number;
	/** What the number counts, for the units that headers and cells may name. */
	family?: Family;
	/** Marks out of a hundred: a file without one above ten is asked about. */
	hundred?: boolean;
	/** Column that is counted in the same unit. */
	same_unit?: string;
	/** Says what was planned or owed, so that a header's 计划 or 应 fits. */
	planned?: boolean;
	/** Scores read it: always, or for persons alone. */
	needed?: 'always' | 'person';
	/** Scores read it where files of that data set are there, too. */
	needed_with?: string;
	/** Scores read it under that choice of a reading (`reading=choice`). */
	needed_by?: string;
	/** A code: `.0` behind a whole number makes no difference. */
	code?: boolean;
	/** Where the file doesn't tell, the person's own in the people file holds. */
	from_person?: boolean;
	/** Headers that stand for it where no other does. */
	last?: string[];
	/** How many of `headers` are its own, before those that it shares with other data sets. */
	own: number;
	/** Negative amounts are refunds, and kept. */
	refund?: boolean;
	/** Earliest date that can be meant. */
	earliest?: string;
	/** Column whose time this one can't precede. */
	not_before?: string;
	/** No score reads it: what can't be understood is left empty in place of rejecting the record. */
	lenient?: boolean;
	/** Kept under pseudonyms: that two are the same is needed, not what they are. */
	pseudonym?: boolean;
	/** Whose name it holds: hidden from roles that the policy names. */
	mask?: PersonalKind;
	/** By header: columns that such a file says without having them. */
	implies?: Record<string, Record<string, string>>;
}

/** One kind of export (data/exports.json): its relation `staging.<relation>`, key and columns. */
export interface Dataset {
	dataset: string;
	relation: string;
	title: Text;
	key: string[];
	/** A file that names one of these columns of another data set isn't this one. */
	unless?: { dataset: string; columns: string[] };
	/** A record needs one of these columns: its month comes from them. */
	one_of?: string[];
	/** The key binds only rows that have this column. */
	keyed_when?: string;
	columns: Column[];
	example: Record<string, string>;
}

const shared: Record<string, string[]> = exportsFile.shared;

/** Every data set that intake knows, in the order in which they must be loaded: branches, people, then the rest. */
export const DATASETS: Dataset[] = (exportsFile.datasets as unknown as Dataset[]).map((dataset) => ({
	...dataset,
	columns: dataset.columns.map((column) => ({
		...column,
		own: column.headers.length + 1,
		headers: [column.column, ...column.headers, ...(shared[column.column] ?? []), ...(column.last ?? [])]
	}))
}));

const byName = new Map(DATASETS.map((d) => [d.dataset, d]));

/** The data set of that name; throws where there is none. */
export function datasetOf(name: string): Dataset {
	const found = byName.get(name);
	if (!found) throw new Error(`no data set ${name}`);
	return found;
}

/** A column's staging columns: words keep the source's text beside the value. */
export const stagedColumns = (column: Column): string[] =>
	column.type === 'word' || column.type === 'label' || column.type === 'satisfaction'
		? [column.column, `${column.column}_text`]
		: [column.column];

const CHINESE = /[\u4e00-\u9fff]/;

/** A column's name on screens and in messages: its first Chinese header, or its canonical name. */
export function columnTitle(dataset: Dataset, column: string, lang: Lang): string {
	const headers = dataset.columns.find((c) => c.column === column)?.headers ?? [];
	return (lang === 'zh' && headers.find((header) => CHINESE.test(header))) || column;
}
