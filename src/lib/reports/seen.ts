import { datasetOf, type Column } from '../intake/dataset';
import type { Reject } from '../intake/reject';
import { masked, withoutNumbers, type Hidden } from '../policy/masks';
import type { PersonalKind } from '../language/personal-kinds';

type Cell = string | number | boolean | null | undefined;

/** The kinds of personal data among columns of a data set. */
export const personalIn = (dataset: string, columns: string[]): PersonalKind[] => [
	...new Set(columnsNamed(dataset, columns).flatMap(({ mask }) => mask ?? []))
];

const columnsNamed = (dataset: string, columns: string[]): Column[] =>
	datasetOf(dataset).columns.filter(({ column }) => columns.includes(column));

/** A cell as those see it from whom some kinds are hidden: a name masked, and mobile numbers in what was written freely. */
export function seenCell<Of extends Cell>(
	dataset: string,
	id: string,
	cell: Of,
	hidden: Hidden
): Of | string {
	if (typeof cell !== 'string') return cell;
	const [column] = columnsNamed(dataset, [id]);
	if (column?.mask && hidden.has(column.mask)) return masked(column.mask, cell);
	return hidden.has('caller') && isFree(column) ? withoutNumbers(cell) : cell;
}

/** Text that somebody wrote, not a code. */
const isFree = (column: Column | undefined): boolean => column?.type === 'text' && !column.code;

/** A key of several columns as it is seen. */
export const seenKey = (dataset: string, parts: string[], hidden: Hidden): string[] =>
	parts.map((part, i) => seenCell(dataset, datasetOf(dataset).key[i] ?? '', part, hidden));

/** What the columns of a file are read as; null where it isn't read as any data set. */
export type ReadAs = { dataset: string; columns: Record<string, number> } | null;

/** A record as it stands in its file, as it is seen: where anything is hidden, so is what no column is read from. */
export function seenRecord(mapping: ReadAs, cells: string[], hidden: Hidden): string[] {
	if (hidden.size === 0) return cells;
	const columnAt = new Map(Object.entries(mapping?.columns ?? {}).map(([column, at]) => [at, column]));
	return cells.map((cell, at) => {
		const column = columnAt.get(at);
		if (column !== undefined && mapping) return seenCell(mapping.dataset, column, cell, hidden);
		return cell.trim() === '' ? '' : '*';
	});
}

/** A reject as it is seen: the value that couldn't be read may be a name. */
export const seenReject = (dataset: string, reject: Reject, hidden: Hidden): Reject => ({
	...reject,
	value: seenCell(dataset, reject.column, reject.value, hidden)
});
