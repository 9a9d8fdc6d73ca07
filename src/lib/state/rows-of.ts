import type { Row } from '../engine/engine';

/** Result rows by `<period>/<kind of unit>`, and each of those by unit. */
type Index = Map<string, Map<string, Row[]>>;

/** One index an array: results are never changed in place. */
const indexes = new WeakMap<Row[], Index>();

function indexOf(rows: Row[]): Index {
	const known = indexes.get(rows);
	if (known) return known;
	const index: Index = new Map();
	for (const row of rows) {
		const at = `${String(row['month'] ?? row['period'])}/${String(row['unit_kind'])}`;
		let units = index.get(at);
		if (!units) index.set(at, (units = new Map<string, Row[]>()));
		const unit = String(row['unit']);
		const list = units.get(unit);
		if (list) list.push(row);
		else units.set(unit, [row]);
	}
	indexes.set(rows, index);
	return index;
}

const NONE: ReadonlyMap<string, Row[]> = new Map();

/** Result rows of a month or longer period and a kind of unit, by unit in their order. */
export const byUnit = (rows: Row[], period: string, kind: string): ReadonlyMap<string, Row[]> =>
	indexOf(rows).get(`${period}/${kind}`) ?? NONE;

/** Result rows of a month or longer period and a kind of unit. */
export const rowsOf = (rows: Row[], period: string, kind: string): Row[] =>
	[...byUnit(rows, period, kind).values()].flat();

/** Result rows of one unit in a month or longer period. */
export const unitRows = (rows: Row[], period: string, kind: string, unit: string): Row[] =>
	byUnit(rows, period, kind).get(unit) ?? [];
