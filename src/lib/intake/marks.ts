import { datasetOf } from './dataset';
import { utf8Pieces, type EncodingFound } from './encoding';
import { plain } from './plain';
import { cellText, cellTexts, Scanner } from './scan';
import type { ByteSource } from './source';
import { marksIn } from './title';
import type { Understanding } from './understanding';

const TEN = 10;

/** Columns of marks out of a hundred in which none is above ten and nothing says that they are of ten: only a person knows. A note below the table counts as said. */
export async function lowMarks(
	source: ByteSource,
	encoding: EncodingFound,
	{ mapping, headerAt, headerRecords, delimiter, quote }: Understanding
): Promise<string[]> {
	const columns = mapping
		? datasetOf(mapping.dataset).columns.filter(
				({ hundred, column }) => hundred && column in mapping.columns && !(column in mapping.units)
			)
		: [];
	if (!mapping || columns.length === 0) return [];
	const most = new Map(columns.map(({ column }) => [column, -1]));
	const said: string[] = [];
	let index = 0;
	const scanner = new Scanner(delimiter.charCodeAt(0), quote.charCodeAt(0), (record) => {
		if (index++ < headerAt + headerRecords || record.fault) return;
		for (const [column, known] of most) {
			const at = mapping.columns[column]!;
			const value = at < record.count ? parseFloat(plain(cellText(record, at))) : NaN;
			if (value > known) most.set(column, value);
		}
		if (record.count > 0 && /分/.test(cellText(record, 0)))
			said.push(marksIn(cellTexts(record).join(' ')) ?? '');
	});
	for await (const piece of utf8Pieces(source, encoding)) scanner.push(piece.bytes);
	scanner.end();
	const stated = said.find((marks) => marks !== '');
	if (stated !== undefined) for (const { column } of columns) mapping.units[column] = stated;
	return stated === undefined
		? [...most].filter(([, value]) => value >= 0 && value <= TEN).map(([column]) => column)
		: [];
}
