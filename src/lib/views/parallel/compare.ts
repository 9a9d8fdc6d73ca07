import { rounded } from '../../language/decimal';
import type { MonthView, UnitMonth } from '../month-view';
import { causeOf } from './cause-of';
import type { DeviationCause } from './causes';
import type { SheetFigure } from './figures';
import { numberIn } from './number-in';
import type { SheetReading } from './read-sheet';
import type { SheetCell } from './sheet-cell';

/** A cell of the sheet that is another than ours. */
export interface Deviation {
	row: number;
	column: number;
	unit: UnitMonth;
	figure: SheetFigure;
	/** As it stands in the sheet. */
	theirs: string;
	/** As the column would show it; null where we have none. */
	ours: string | null;
	/** Null where nothing that is known explains it. */
	cause: DeviationCause | null;
	/** What the cause says beside: how many rows, which unit, which part. */
	detail: string;
}

/** A sheet against a month: every cell that was compared, and those that differ with their causes. */
export interface Comparison {
	cells: number;
	/** Cells of compared columns that are empty or no number. */
	blank: number;
	deviations: Deviation[];
	/** Units that the sheet doesn't name. */
	absent: UnitMonth[];
}

/** Holds a sheet against the figures of a month, cell by cell. */
export function compare(
	cells: string[][],
	reading: SheetReading,
	view: MonthView,
	figures: SheetFigure[]
): Comparison {
	const all: SheetCell[] = [];
	for (const [column, id] of reading.columns) {
		const figure = figures.find((f) => f.id === id);
		if (figure) all.push(...columnCells(cells, reading, column, figure));
	}
	const at = new Map(all.map((cell) => [`${cell.unit.unit}/${cell.figure.id}`, cell]));
	const named = new Set([...reading.rows.values()].map((u) => u.unit));
	return {
		cells: all.length,
		blank: reading.rows.size * reading.columns.size - all.length,
		deviations: all
			.filter((cell) => cell.differs)
			.map((cell): Deviation => {
				const { row, column, unit, figure, text, ours, decimals } = cell;
				const found = causeOf(cell, { view, at, all });
				return {
					...{ row, column, unit, figure },
					theirs: text,
					ours: ours === null ? null : rounded(ours, decimals),
					cause: found?.cause ?? null,
					detail: found?.detail ?? ''
				};
			}),
		absent: view.units.filter(({ unit }) => !named.has(unit))
	};
}

/** The cells of one column with ours beside them: a rate in per cent or parts of one as most of the column is. */
function columnCells(
	cells: string[][],
	reading: SheetReading,
	column: number,
	figure: SheetFigure
): SheetCell[] {
	const typed = [...reading.rows].flatMap(([row, unit]) => {
		const text = cells[row]![column] ?? '';
		const found = numberIn(text);
		return found ? [{ row, unit, text, typed: found }] : [];
	});
	const decimals = Math.max(0, ...typed.map((c) => c.typed.decimals));
	const made = (scale: number): SheetCell[] =>
		typed.map(({ row, unit, text, typed: own }) => {
			const exact = figure.of(unit);
			const by = figure.kind === 'rate' ? (own.percent ? 100 : scale) : 1;
			const ours = exact === null ? null : by === 1 ? exact : String(Number((Number(exact) * by).toFixed(9)));
			return {
				...{ row, column, unit, figure, text, typed: own, ours, decimals },
				differs: ours === null || Number(rounded(ours, decimals)) !== own.value
			};
		});
	if (figure.kind !== 'rate') return made(1);
	const [parts, percents] = [made(1), made(100)];
	const off = (some: SheetCell[]): number => some.filter((c) => c.differs).length;
	return off(percents) <= off(parts) ? percents : parts;
}
