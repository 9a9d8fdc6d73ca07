import type { MonthView, UnitMonth } from '../month-view';
import type { DeviationCause } from './causes';
import type { SheetFigure } from './figures';
import type { Typed } from './number-in';

/** A number of the sheet with ours beside it. */
export interface SheetCell {
	row: number;
	column: number;
	unit: UnitMonth;
	figure: SheetFigure;
	text: string;
	typed: Typed;
	/** Ours as the column would have it, exact. */
	ours: string | null;
	decimals: number;
	differs: boolean;
}

/** What a cell's cause is told from: ours, and the sheet's other cells, by `unit/figure`. */
export interface Beside {
	view: MonthView;
	at: Map<string, SheetCell>;
	all: SheetCell[];
}

/** A cause, and what it says beside. */
export type Explained = { cause: DeviationCause; detail: string } | null;
