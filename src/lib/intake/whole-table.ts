import { utf8Pieces } from './encoding';
import { cellTexts, Scanner } from './scan';
import type { SurveyedTable } from './survey';

/** Every record of a table as text, whatever it means; for sheets of a size that a person makes. */
export async function wholeTable({ source, encoding, how }: SurveyedTable): Promise<string[][]> {
	const records: string[][] = [];
	const scanner = new Scanner(how.delimiter.charCodeAt(0), how.quote.charCodeAt(0), (record) =>
		records.push(cellTexts(record))
	);
	for await (const piece of utf8Pieces(source, encoding)) scanner.push(piece.bytes);
	scanner.end();
	return records;
}
