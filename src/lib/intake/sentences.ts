import { message, type MessageKey } from '../language/messages';
import type { Lang } from '../language/text';
import { columnTitle, DATASETS, datasetOf, type Column } from './dataset';
import type { UnreadableCode } from './open-file';
import type { Reject } from './reject';
import type { Warning } from './warning';

/** Why a record was set aside and what to do, in a sentence. */
export function rejectText(lang: Lang, dataset: string | null, { code, column, value }: Reject): string {
	if (dataset === null) return message(lang, 'reject.unknown_dataset');
	const found = datasetOf(dataset).columns.find((c) => c.column === column);
	const title = columnTitle(datasetOf(dataset), column, lang);
	const fill = { column: title, value, decimals: found?.decimals ?? 6 };
	return code === 'range' && found
		? rangeText(lang, dataset, found, fill)
		: message(lang, `reject.${code}`, fill);
}

/** What a value out of range should have been. */
function rangeText(
	lang: Lang,
	dataset: string,
	{ not_before, min, max }: Column,
	fill: Record<string, string | number>
): string {
	if (not_before !== undefined)
		return message(lang, 'reject.range.after', {
			...fill,
			other: columnTitle(datasetOf(dataset), not_before, lang)
		});
	if (min !== undefined && max !== undefined)
		return message(lang, 'reject.range.between', { ...fill, min, max });
	return min === undefined
		? message(lang, 'reject.range', fill)
		: message(lang, 'reject.range.from', { ...fill, min });
}

/** Why a file isn't read and what to do, in a sentence. */
export const unreadableText = (lang: Lang, code: UnreadableCode | 'system', detail = ''): string =>
	message(lang, `unreadable.${code}`, { detail });

/** What was not read as a whole, or only by a guess, and what to do, in a sentence. */
export function warningText(lang: Lang, dataset: string | null, warning: Warning): string {
	const { code, column, records, detail, severity } = warning;
	const named = DATASETS.find((d) => d.dataset === dataset);
	const fill = {
		column,
		title: named ? columnTitle(named, column, lang) : column,
		records: records ?? '',
		detail
	};
	switch (code) {
		case 'unread_file':
			return message(lang, 'warning.unread_file', { reason: unreadableText(lang, ...reasonOf(detail)) });
		case 'unknown_dataset': {
			const near = DATASETS.find((d) => d.dataset === column);
			if (!near || detail === '') return message(lang, 'warning.unknown_dataset');
			const columns = detail.split('|').map((c) => columnTitle(near, c, lang));
			return message(lang, 'warning.unknown_dataset.near', {
				dataset: near.title[lang],
				columns: columns.join(message(lang, 'text.list'))
			});
		}
		case 'unread_sheet': {
			const known = DATASETS.find((d) => d.dataset === detail);
			if (!known) return message(lang, 'warning.unread_sheet', fill);
			return message(lang, 'warning.unread_sheet.known', { ...fill, dataset: known.title[lang] });
		}
		case 'missing_dataset': {
			const key: MessageKey =
				column === 'ratings' ? 'warning.missing_dataset.ratings' : 'warning.missing_dataset';
			return message(lang, key, { month: detail, dataset: datasetOf(column).title[lang] });
		}
		case 'ambiguous_header':
			return message(
				lang,
				severity === 'loss' ? 'warning.ambiguous_header' : 'warning.ambiguous_header.note',
				{
					...fill,
					detail: detail.replaceAll('|', message(lang, 'text.list'))
				}
			);
		case 'unknown_unit':
			if (detail === '≤10') return message(lang, 'warning.unknown_unit.low', fill);
			return message(lang, detail === '' ? 'warning.unknown_unit.half' : 'warning.unknown_unit', fill);
		default:
			return message(lang, `warning.${code}`, fill);
	}
}

/** A reason is kept as its code with what it names behind a colon. */
function reasonOf(detail: string): [UnreadableCode | 'system', string] {
	const at = detail.indexOf(':');
	return at < 0
		? [detail as UnreadableCode, '']
		: [detail.slice(0, at) as UnreadableCode, detail.slice(at + 1)];
}
