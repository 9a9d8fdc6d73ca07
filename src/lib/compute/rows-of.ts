/** A row of a unit in a month or longer period. */
type Keyed = { unit_kind: string; unit: string } & ({ month: string } | { period: string });

/** Rows by `<period>/<kind of unit>`, and each of those by unit. */
type Index<Of> = Map<string, Map<string, Of[]>>;

/** One index an array: results are never changed in place. */
const indexes = new WeakMap<object, Index<Keyed>>();

function indexOf<Of extends Keyed>(rows: readonly Of[]): Index<Of> {
	const known = indexes.get(rows);
	// what is kept under an array is made of that array's rows
	if (known) return known as Index<Of>;
	const index: Index<Of> = new Map();
	for (const row of rows) {
		const at = `${'month' in row ? row.month : row.period}/${row.unit_kind}`;
		let units = index.get(at);
		if (!units) index.set(at, (units = new Map<string, Of[]>()));
		const list = units.get(row.unit);
		if (list) list.push(row);
		else units.set(row.unit, [row]);
	}
	indexes.set(rows, index);
	return index;
}

const NONE: ReadonlyMap<string, never[]> = new Map();

/** Result rows of a month or longer period and a kind of unit, by unit in their order. */
export const byUnit = <Of extends Keyed>(
	rows: readonly Of[],
	period: string,
	kind: string
): ReadonlyMap<string, Of[]> => indexOf(rows).get(`${period}/${kind}`) ?? NONE;

/** Result rows of a month or longer period and a kind of unit. */
export const rowsOf = <Of extends Keyed>(rows: readonly Of[], period: string, kind: string): Of[] =>
	[...byUnit(rows, period, kind).values()].flat();

/** Result rows of one unit in a month or longer period. */
export const unitRows = <Of extends Keyed>(
	rows: readonly Of[],
	period: string,
	kind: string,
	unit: string
): Of[] => byUnit(rows, period, kind).get(unit) ?? [];

/** The row of one line of a unit in a month. */
export const lineRow = <Of extends Keyed & { line: string }>(
	rows: readonly Of[],
	month: string,
	kind: string,
	unit: string,
	line: string
): Of | undefined => unitRows(rows, month, kind, unit).find((row) => row.line === line);
