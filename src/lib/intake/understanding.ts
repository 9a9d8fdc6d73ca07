import { type Given, type Mapping } from './header';
import { type Layout } from './layout';
import { type Warning } from './warning';

/** What only the user can say: which of several columns is meant, what a unit is, how the bytes are to be read. */
export interface Ask {
	kind: 'ambiguous' | 'unit' | 'encoding';
	column: string;
	/** The headers that fit, or the unit as it stands. */
	said: string[];
}

/** How a file is to be read; every part can be corrected by the user and is remembered for its layout. */
export interface Understanding {
	delimiter: string;
	quote: string;
	newline: 'LF' | 'CRLF' | 'CR';
	/** Records before the header. */
	headerAt: number;
	/** Records that make up the header: 1, or 2 where group names stand above. */
	headerRecords: number;
	header: string[];
	/** Null where no data set is recognised. */
	mapping: Mapping | null;
	/** The likeliest data set where none is recognised. */
	guess: Mapping | null;
	/** What must be asked before a record can be taken. */
	asks: Ask[];
	/** The first records, to show what was understood. */
	preview: string[][];
	warnings: Warning[];
}

/** What is known of a file beside its text: layouts that the user corrected, and values that hold for all its records. */
export interface KnownOfFile {
	layouts: ReadonlyMap<string, Layout>;
	given: Given;
}
