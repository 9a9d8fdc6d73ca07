import {
	createSortedRowModel,
	createTable,
	rowSortingFeature,
	tableFeatures,
	type ColumnDef,
	type RowData
} from '@tanstack/svelte-table';
import type { TableColumn } from './table';

/** How a column is sorted, as `aria-sort` says it. */
export type Sorted = 'ascending' | 'descending' | 'none';

const features = tableFeatures({ rowSortingFeature, sortedRowModel: createSortedRowModel() });
const collator = new Intl.Collator('zh-CN-u-co-pinyin');
const compare = (a: unknown, b: unknown): number =>
	typeof a === 'number' && typeof b === 'number' ? a - b : collator.compare(String(a), String(b));

/** Rows as they are: the table keeps its options in state that runs deep, and that would put a proxy, which no store takes, before each row of a plain array. */
class AsTheyAre<T> extends Array<T> {}

/** The rows of a table in the order that its heads were clicked into: numbers by size, words by pinyin, what isn't there last. */
export class SortedRows<T extends RowData> {
	private readonly table;
	/** All rows in the order shown. */
	readonly rows: T[] = $derived.by(() => this.table.getRowModel().rows.map((row) => row.original));

	constructor(of: { columns: () => TableColumn<T>[]; rows: () => T[] }) {
		const definitions = $derived(
			of.columns().map((column): ColumnDef<typeof features, T> => ({
				id: column.id,
				accessorFn: (row) => column.value(row) ?? undefined,
				enableSorting: column.sortable !== false,
				sortUndefined: 'last',
				sortFn: (a, b, id) => compare(a.getValue(id), b.getValue(id))
			}))
		);
		const data = $derived(AsTheyAre.from(of.rows()));
		this.table = createTable({
			features,
			get columns() {
				return definitions;
			},
			get data() {
				return data;
			}
		});
	}

	/** Sorts by a column: up, down, then as it came. */
	by(column: string): void {
		this.table.getColumn(column)?.toggleSorting(undefined, false);
	}

	/** How a column is sorted. */
	of(column: string): Sorted {
		const found = this.table.atoms.sorting.get().find((sort) => sort.id === column);
		return found ? (found.desc ? 'descending' : 'ascending') : 'none';
	}
}
