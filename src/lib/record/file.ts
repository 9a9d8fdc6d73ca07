import type { Answer } from '../intake/answers';
import type { Encoding, EncodingFound } from '../intake/encoding';
import type { Given } from '../intake/header';
import type { Checkpoint, Tally } from '../intake/outcome';
import type { Scale } from '../intake/reader';
import type { Aside, Reject } from '../intake/reject';
import type { Understanding } from '../intake/understanding';
import type { Warning } from '../intake/warning';

/** What the record keeps of a file beside its bytes. */
export interface FileMeta {
	path: string;
	size: number;
	/** When it was imported, ISO 8601. */
	importedAt: string;
	dataset: string;
	kind: Encoding;
	/** Of a text file: with what mark it begins, and whether bytes of it fit no encoding; what an older version kept lacks it. */
	encoding?: EncodingFound;
	sheet: string | null;
	/** The sheets of a workbook that hold rows. */
	sheets: string[];
	how: Understanding;
	tally: Tally;
	/** The first rejects; all of them are read from the file again when they are saved. */
	rejects: Reject[];
	mismatch: string | null;
	checkpoints: Checkpoint[];
	/** Records set aside, by the branch and month that they may belong to. */
	aside: Aside[];
	/** The rejects of other files that the records of a corrected list stand for. */
	answers: Answer[];
	/** What reading alone could tell, and what the file says as a whole. */
	warnings: Warning[];
	/** The scale that numeric satisfaction shows by itself; null where there was none or the header says it. */
	scale: Scale | null;
	/** The scale by which numeric satisfaction was read. */
	readBy: Scale;
	/** Values that the user gave for all records, and the encoding. */
	given: Given;
	said: string | null;
	/** SHA-256 of the file as it came, where something was taken out of it before it was kept. */
	original?: string;
	/** The columns that were emptied; group raters' names are replaced beside. */
	scrubbed?: string[];
	/** Of two records with one key the one of the higher precedence stands. */
	precedence: number;
}

/** A file of the workspace; `number` names it in the engine. */
export interface WorkFile extends FileMeta {
	sha256: string;
	number: number;
}

/** How many rejects of a file are kept ready. */
export const KEPT_REJECTS = 5000;
