import { lookOf, placeOf } from './biff';
import { hiddenNotes, spread, type Sheet } from './sheet';
import { EPOCH_1900, EPOCH_1904, valueText } from './shown';

/** The sheets of a BIFF8 .xls workbook as Excel shows them; `stream` is its Workbook stream; throws where it can't be read. */
export async function readXlsBook(bytes: Uint8Array, stream: Uint8Array): Promise<Sheet[]> {
	const { readXls } = await import('hucre/xlsx');
	const book = await readXls(bytes);
	const look = lookOf(stream);
	const epoch = look.is1904 ? EPOCH_1904 : EPOCH_1900;
	return book.sheets.map((sheet, at) => {
		const seen = look.sheets[at]!;
		const rows = Array.from({ length: sheet.rows.length }, (_, r) =>
			(sheet.rows[r] ?? []).map((value, c) => {
				const place = placeOf(r, c);
				if (seen.uncomputed.has(place)) return '=?()';
				return valueText(value, seen.formats.get(place) ?? '', epoch);
			})
		);
		const merged = spread(rows, sheet.merges ?? []);
		const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
		const hiddenRows = [...seen.hiddenRows].filter((r) => rows[r]?.some((cell) => cell !== ''));
		const hiddenColumns = [...seen.hiddenColumns].filter((c) => c < width);
		return {
			name: sheet.name,
			hidden: seen.hidden,
			rows,
			merged,
			warnings: hiddenNotes(hiddenRows.length, hiddenColumns.length)
		};
	});
}
