import type { Aside } from './reject';
import type { Understanding } from './understanding';
import { namedAfter } from './unread';
import type { Warning } from './warning';

/** What was set aside, by what it may belong to; null where that can't be told. */
export interface AsideRow extends Aside {
	dataset: string | null;
	/** The table's, where it was read. */
	path?: string;
}

/** A table that was read. */
interface ReadTable {
	path: string;
	dataset: string | null;
	how: Understanding;
	aside: Aside[];
}

/** A file, sheet or table that wasn't read, or only in part. */
interface LeftOut {
	path: string;
	warning: Warning;
	/** The data set that it is of, where that was understood. */
	dataset?: string | null;
}

/** Whether a warning is of a file, a sheet or a table that isn't read. */
export const isLeftOut = ({ code }: Warning): boolean =>
	code.startsWith('unread_') || code === 'hidden_sheet';

/** What was set aside of all that was handed over: the records of tables, and what wasn't read as a whole, which may be of the data set that its columns or its name tell. */
export function asideRows(tables: ReadTable[], leftOut: LeftOut[]): AsideRow[] {
	const records = tables.flatMap(({ path, dataset, how, aside }) => {
		const guess = dataset ?? how.guess?.dataset ?? namedAfter(path);
		return aside.map((a): AsideRow => ({ ...a, path, dataset: guess }));
	});
	const whole = leftOut
		.filter(({ warning }) => warning.severity === 'loss')
		.map(({ path, warning, dataset }): AsideRow => ({
			dataset: dataset ?? sheetDataset(warning) ?? namedAfter(path),
			branch: null,
			month: null,
			records: warning.records ?? 1
		}));
	return [...records, ...whole];
}

/** A sheet that isn't read names the data set that it looks like. */
const sheetDataset = ({ code, detail }: Warning): string | null =>
	code.endsWith('_sheet') && detail !== '' ? detail : null;
