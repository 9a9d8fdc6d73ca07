/** What was not read as a whole, or only by a guess (cli.md, warnings.csv). */
export const WARNING_CODES = [
	'unread_file',
	'unread_sheet',
	'unread_table',
	'hidden_sheet',
	'hidden_rows',
	'hidden_columns',
	'unknown_dataset',
	'ambiguous_header',
	'duplicate_header',
	'missing_column',
	'missing_dataset',
	'no_period',
	'unknown_unit',
	'unknown_column',
	'ambiguous_encoding',
	'from_title',
	'unit_below',
	'guessed_scale',
	'merged_number',
	'wide'
] as const;

export type WarningCode = (typeof WARNING_CODES)[number];

/** One thing to know of a file; `loss` where a figure may rest on what wasn't read. */
export interface Warning {
	severity: 'loss' | 'note';
	code: WarningCode;
	/** The column's canonical name, or the header, sheet or file that is meant. */
	column: string;
	/** How many records, rows or columns it is about; null where that isn't known. */
	records: number | null;
	/** What the sentence names beside it. */
	detail: string;
}

const warning =
	(severity: Warning['severity']) =>
	(code: WarningCode, column: string, detail = '', records: number | null = null): Warning => ({
		severity,
		code,
		column,
		records,
		detail
	});

/** A warning of a figure that may rest on what wasn't read. */
export const loss = warning('loss');

/** A warning of what is merely good to know. */
export const note = warning('note');
