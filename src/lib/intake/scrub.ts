import exportsFile from '../../../data/exports.json';
import type { Text } from '../language/text';
import { DATASETS, datasetOf } from './dataset';
import { utf8Pieces, type EncodingFound } from './encoding';
import { cellTexts, Scanner, type RawRecord } from './scan';
import { plain } from './plain';
import type { ByteSource } from './source';
import type { Understanding } from './understanding';
import { wholeId } from './values';
import { wordLookup, type Vocabulary } from './vocabulary';

/** A kind of personal data that no measure needs, with the headers it goes by. */
export interface Personal {
	kind: string;
	title: Text;
	headers: string[];
}

/** The personal data that is dropped where a file has it and no column of its data set is read from it (data/exports.json). */
export const PERSONAL: Personal[] = exportsFile.personal;

/** Columns of any data set that are kept under pseudonyms: emptied where a file has them beside what is read. */
const PSEUDONYMS = DATASETS.flatMap((d) => d.columns.filter((c) => c.pseudonym));

/** What is taken out of a file before it is kept. */
export interface Scrub {
	/** Places of the columns whose cells are emptied. */
	columns: number[];
	/** Their headers, to be shown. */
	titles: string[];
	/** Places of the columns whose cells become pseudonyms: numbers that are compared, never read. */
	pseudonyms: number[];
	/** Places of the rater and the role where group raters are named, or the role of the whole file; their names become pseudonyms. */
	raters: { rater: number; role: number | string } | null;
}

/** What must be taken out of a file, or null where it can be kept as it came. */
export function scrubOf({ header, mapping }: Understanding): Scrub | null {
	const read = new Set(Object.values(mapping?.columns ?? {}));
	const known = new Set([...PERSONAL, ...PSEUDONYMS].flatMap((p) => p.headers.map(folded)));
	const columns = header.flatMap((name, at) => (known.has(folded(name)) && !read.has(at) ? [at] : []));
	const { rater } = mapping?.columns ?? {};
	const role = mapping?.columns['role'] ?? mapping?.implied['role'];
	const raters =
		mapping?.dataset === 'ratings' && rater !== undefined && role !== undefined ? { rater, role } : null;
	const pseudonyms = mapping
		? datasetOf(mapping.dataset).columns.flatMap((c) =>
				c.pseudonym ? (mapping.columns[c.column] ?? []) : []
			)
		: [];
	return columns.length + pseudonyms.length === 0 && !raters
		? null
		: { columns, titles: [...columns, ...pseudonyms].map((at) => header[at]!), pseudonyms, raters };
}

/** Whether a name is a pseudonym already: it keeps it. */
const isPseudonym = (name: string): boolean => /^g-[0-9a-f]{10}$/i.test(name);

/** A header or number as it is compared: what nobody sees makes no difference. */
const folded = (name: string): string => plain(name).normalize('NFKC').toLowerCase();

/** Stands for a record that can't be cut into cells: too few cells, so it is rejected as it was. */
const DAMAGED = '?';

/** A file written anew as UTF-8 without what is to be taken out: the same records on the same lines; a record that can't be cut into cells is emptied whole, because what it holds can't be told. */
export async function scrubbed(
	source: ByteSource,
	encoding: EncodingFound,
	how: Understanding,
	scrub: Scrub,
	vocabulary: Vocabulary,
	pseudonym: (name: string) => string
): Promise<string[]> {
	const parts: string[] = [];
	const newline = { LF: '\n', CRLF: '\r\n', CR: '\r' }[how.newline];
	const first = how.headerAt + how.headerRecords;
	const role = wordLookup(vocabulary, 'rater_role');
	let index = 0;
	const scanner = new Scanner(how.delimiter.charCodeAt(0), how.quote.charCodeAt(0), (record) => {
		const cells = index++ < first ? cellTexts(record) : cleaned(record);
		parts.push(cells.map((cell) => quoted(cell, how)).join(how.delimiter) + newline);
	});
	function cleaned(record: RawRecord): string[] {
		if (record.fault) return [DAMAGED];
		const cells = cellTexts(record);
		for (const at of scrub.columns) if (at < cells.length) cells[at] = '';
		for (const at of scrub.pseudonyms) {
			const number = wholeId(folded(cells[at] ?? ''));
			if (number && !isPseudonym(number)) cells[at] = pseudonym(number);
		}
		if (!scrub.raters) return cells;
		const { rater, role: by } = scrub.raters;
		const name = plain(cells[rater] ?? '')
			.normalize('NFKC')
			.replace(/\s/g, '');
		const said = plain(typeof by === 'string' ? by : (cells[by] ?? ''));
		if (name && !isPseudonym(name) && role(said) === 'group') cells[rater] = pseudonym(name);
		return cells;
	}
	for await (const piece of utf8Pieces(source, encoding)) scanner.push(piece.bytes);
	scanner.end();
	return parts;
}

function quoted(cell: string, { delimiter, quote }: Understanding): string {
	return cell.includes(delimiter) || cell.includes(quote) || /[\r\n]/.test(cell)
		? `${quote}${cell.replaceAll(quote, quote + quote)}${quote}`
		: cell;
}

/** What is hashed of a group rater's name: with a salt that this machine alone knows. */
export const raterSecret = (salt: string, name: string): string => `${salt}|${name}`;

/** The pseudonym that a rater is kept under, from the SHA-256 of the secret. */
export const raterPseudonym = (hash: string): string => `G-${hash.slice(0, 10)}`;
