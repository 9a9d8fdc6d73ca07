/** Where a row comes from: the number of its file, its record and line there; all null for a row of none. */
export type SourceRow = {
	source_file: number | null;
	source_record: number | null;
	source_line: number | null;
};

/** A row that a number counts, with what it adds to numerator and denominator. */
export type CountedRow = SourceRow & { numerator: number; denominator: number };

/** A record drawn at the desk; `drawn_at` is when it happened. */
export type DrawnRow = SourceRow & {
	dataset: 'callbacks' | 'tickets';
	week: string;
	branch: string;
	person: string | null;
	ref: string;
	drawn_at: string;
	subject: string;
	detail: string | null;
	/** What it was drawn for; `one` where it was asked for by its number. */
	stratum: Stratum | 'one';
};

/** The risks that the desk draws by, in the order in which a record is of the first that it has, and chance. */
export type Stratum = 'finding' | 'complaint' | 'low_rating' | 'newcomer' | 'silence' | 'chance';

/** A branch's stratum of what the desk draws from: how many records it has, and how many of them are drawn. */
export type StratumRow = { branch: string; stratum: Stratum; records: number; drawn: number };

/** How often a person was checked in the months shown. */
export type CheckedRow = {
	person: string;
	branch: string | null;
	checks: number;
	failed: number;
	last_on: string | null;
};

/** A check that imported files hold of a record. */
export type CheckRow = {
	ref: string;
	subject: string;
	checked_at: string;
	passed: 'yes' | 'no';
	note: string | null;
};

/** How many checks a branch had in a week. */
export type CheckWeekRow = { branch: string; week: string; checks: number };

/** What imported files hold of ratings, merits, audits or figures: the columns that were asked for, as text. */
export type ImportedRow = Partial<
	Record<
		'branch' | 'person' | 'rater' | 'score' | 'date' | 'points' | 'reason' | 'evidence' | 'value',
		string | null
	>
>;

/** Records of one key in this file and another: how many, and of which kind. */
export type PairRow = { kind: 'duplicate' | 'conflict'; other: number; records: number };

/** A key whose records differ in two files: their places there. */
export type ConflictRow = { key: string; other: number; before: number; after: number };
