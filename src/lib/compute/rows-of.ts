/** A row of a unit in a month or longer period. */
type Keyed = { unit_kind: string; unit: string } & ({ month: string } | { period: string });

/** Rows of a period and kind of unit, by unit. */
type Units<Of> = Map<string, Of[]>;

/** One index an array, made as far as it is asked: results are never changed in place. */
const periods = new WeakMap<object, Map<string, Keyed[]>>();
const units = new WeakMap<object, Map<string, Units<Keyed>>>();

/** An array's rows by period. */
function byPeriod(rows: readonly Keyed[]): Map<string, Keyed[]> {
	let found = periods.get(rows);
	if (found) return found;
	periods.set(rows, (found = new Map<string, Keyed[]>()));
	for (const row of rows) {
		const period = 'month' in row ? row.month : row.period;
		const list = found.get(period);
		if (list) list.push(row);
		else found.set(period, [row]);
	}
	return found;
}

/** The rows of one of an array's periods, by kind of unit and by unit. */
function byKind(rows: Keyed[]): Map<string, Units<Keyed>> {
	let found = units.get(rows);
	if (found) return found;
	units.set(rows, (found = new Map<string, Units<Keyed>>()));
	for (const row of rows) {
		let kind = found.get(row.unit_kind);
		if (!kind) found.set(row.unit_kind, (kind = new Map<string, Keyed[]>()));
		const list = kind.get(row.unit);
		if (list) list.push(row);
		else kind.set(row.unit, [row]);
	}
	return found;
}

const NONE: ReadonlyMap<string, never[]> = new Map();

/** Result rows of a month or longer period and a kind of unit, by unit in their order. */
export const byUnit = <Of extends Keyed>(
	rows: readonly Of[],
	period: string,
	kind: string
): ReadonlyMap<string, Of[]> => {
	const own = byPeriod(rows).get(period);
	// what is kept under an array is made of that array's rows
	return ((own && byKind(own).get(kind)) as Units<Of> | undefined) ?? NONE;
};

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
