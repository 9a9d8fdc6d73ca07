import { message } from '../../language/messages';
import type { Lang } from '../../language/text';
import { columnName } from '../../sheets/workbook';
import type { Deviation } from './compare';

/** Why a cell differs, in words. */
export function causeText(lang: Lang, { cause, detail }: Pick<Deviation, 'cause' | 'detail'>): string {
	if (cause === null) return message(lang, 'parallel.unknown');
	const part = ['merits', 'criticism', 'audit', 'ledger'].find((p) => p === detail) as
		'merits' | 'criticism' | 'audit' | 'ledger' | undefined;
	return message(lang, `cause.${cause}`, {
		detail: cause === 'part' && part ? message(lang, `part.${part}`) : detail
	});
}

/** A cell as a spreadsheet names it. */
export const cellName = ({ row, column }: Pick<Deviation, 'row' | 'column'>): string =>
	`${columnName(column)}${String(row + 1)}`;
