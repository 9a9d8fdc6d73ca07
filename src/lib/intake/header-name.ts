import { bareSuffix } from './units';
import { bareWord } from './values';

/** A header's name as it is compared, and the notes in brackets beside it. */
export interface HeaderName {
	exact: string;
	name: string;
	notes: string[];
	/** A name with its unit written right behind it (金额万元). */
	suffix: { name: string; unit: string } | null;
}

const BRACKETS = /[([{【〔<]([^)\]}】〕>]*)[)\]}】〕>]?/g;

const known = new Map<string, HeaderName>();
const MANY = 5000;

/** Reads a header: no code, no mark of a required column, one case and width. */
export function headerName(header: string): HeaderName {
	const found = known.get(header);
	if (found) return found;
	if (known.size >= MANY) known.clear();
	const read = readName(header);
	known.set(header, read);
	return read;
}

function readName(header: string): HeaderName {
	const exact = bareWord(header).replace(/[\s"'*:＊]/g, '');
	const notes = [...exact.matchAll(BRACKETS)].map((m) => m[1]!).filter((n) => n !== '');
	const name = exact.replace(BRACKETS, '') || exact;
	return { exact, name, notes, suffix: bareSuffix(name) };
}

/** A header as it is compared: no code or unit in brackets, no mark of a required column, one case and width. */
export const bareHeader = (header: string): string => headerName(header).name;

/** What says before a name that it is planned. */
export const PLANNED =
	/^(?:计划|承诺|要求|期望|客户期望|截止|限时|时限|规定|sla|派单|预计|预估|预期|预定|目标|应(?![用答急])|拟|plan|target|expected|estimated|scheduled|due)/i;
/** What says before a name that it happened. */
export const ACTUAL = /^(?:实际|实(?![验施])|actual)/i;

/** Whether a word over a column says that it is planned, or that it happened. */
export const isPlanWord = (word: string): boolean =>
	PLANNED.test(bareWord(word)) || ACTUAL.test(bareWord(word));
