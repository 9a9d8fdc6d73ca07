import type { Evidence } from '../evidence';
import type { PersonalKind } from '../../language/personal-kinds';
import type { Row } from '../../engine/engine';

/** How a figure of a report is written. */
export type FigureFormat =
	| 'count'
	| 'yuan'
	| 'thousandths'
	| 'about'
	| 'hours'
	| 'days'
	| 'share'
	| 'mean'
	| 'text'
	| 'branch'
	| 'person'
	| 'word'
	| 'mark';

/** A column of a report: what it shows of its relation. */
export interface Figure {
	id: string;
	format: FigureFormat;
	/** The columns that a share or mean divides. */
	of?: [numerator: string, denominator: string];
	/** True where a share divides amounts, not numbers of cases: it has no interval. */
	amounts?: true;
	better?: 'higher' | 'lower';
	/** The column with its ninetieth per cent, where it is a median. */
	ninety?: string;
	/** The word list of the vocabulary that its values are of. */
	list?: string;
	/** The figure beside which it says nothing as long as both are the same. */
	beside?: string;
	/** True where it says nothing as long as nobody has any. */
	rare?: true;
	/** The kind of personal data that its values are, of every row or of some. */
	mask?: PersonalKind;
	masks?: (row: Row) => boolean;
}

/** The rows behind a report's values. */
export interface Behind extends Evidence {
	/** What a dimension or key is called there, where it isn't the column of its own name; more columns of the row that pick. */
	by?: Record<string, string>;
	/** What picks its rows beside the dimension or keys: the months shown, the slot where it has one, or nothing; or the row is one record of theirs. */
	of?: 'months' | 'slot' | 'keys' | 'record';
}

/** One table of a part: a relation of `reports`, by the dimension chosen or by its own keys. */
export interface Section {
	id: string;
	from: string;
	/** Dimensions to choose from, the first at the start. */
	by?: string[];
	/** The word lists of the vocabulary that dimensions take their values from. */
	words?: Record<string, string>;
	/** The dimensions whose values are personal data, with its kind. */
	masks?: Record<string, PersonalKind>;
	/** True where it can't be narrowed to one branch. */
	whole?: true;
	/** Columns that tell its rows apart, where there is no dimension. */
	keys?: Figure[];
	figures: Figure[];
	order: string;
	behind?: Behind;
	/** The figure whose number is that of the rows behind. */
	rows?: string;
	/** The figure that its chart shows, and the measure that it is, whose tiers and target are shown with it. */
	chart?: string;
	measured?: string;
	/** True where it lists single records of the months shown alone. */
	list?: boolean;
	/** True where it holds what was open on the last day shown, whenever it came in. */
	standing?: true;
	/** True of rows that would name an amount which the rules leave open. */
	unset?: (rows: Row[]) => boolean;
	/** The column with the number of a callback that can be put on the spot-check desk. */
	desk?: string;
}

export interface Part {
	id: string;
	/** Where the handbook speaks of it. */
	clause: string;
	/** The figures that stand for it in the bulletin, of the first section's whole. */
	headline: string[];
	/** The query for the stages of tickets that can stand side by side. */
	stages?: string;
	/** The query for the kinds of logs that it can be narrowed to. */
	kinds?: string;
	sections: Section[];
}

type Better = Figure['better'];
const figure = (format: FigureFormat) => (id: string, better?: Better) => ({
	id,
	format,
	...(better && { better })
});

export const count: (id: string, better?: Better) => Figure = figure('count');
export const yuan: (id: string, better?: Better) => Figure = figure('yuan');
/** A figure that most never have. */
export const rare = (own: Figure): Figure => ({ ...own, rare: true });
export const thousandths: (id: string, better?: Better) => Figure = figure('thousandths');
export const about: (id: string, better?: Better) => Figure = figure('about');
export const word = (id: string): Figure => ({ id, format: 'word' });
export const mark = (id: string): Figure => ({ id, format: 'mark' });
export const days = (id: string): Figure => ({ id, format: 'days', better: 'lower' });
export const text = (...ids: string[]): Figure[] => ids.map((id) => ({ id, format: 'text' }));
export const hours = (id: string, ninety: string): Figure => ({
	id,
	format: 'hours',
	better: 'lower',
	ninety
});
export const share = (id: string, of: string, over: string, better: Better = 'higher'): Figure => ({
	id,
	format: 'share',
	of: [of, over],
	better
});
export const amounts = (id: string, of: string, over: string): Figure => ({
	...share(id, of, over),
	amounts: true
});
/** The same by the plain clock, where that is another. */
export const beside = (own: Figure, of: string): Figure => ({ ...own, beside: of });
/** A value of a word list of the vocabulary. */
export const listed = (id: string, list: string): Figure => ({ id, format: 'text', list });
export const branch: Figure = { id: 'branch', format: 'branch' };
export const person: Figure = { id: 'person', format: 'person' };
/** A home, by its number. */
export const home: Figure = { id: 'unit', format: 'text', mask: 'home' };
export const perPerson = (id: string): Figure => ({ id: 'per_person', format: 'mean', of: [id, 'people'] });

/** The one record that a row of a list is. */
export const record = ({ by: _, where: __, ...evidence }: Behind): Behind => ({
	...evidence,
	of: 'record'
});
