import { describe, expect, it } from 'vitest';
import { columnTitle, DATASETS } from '../../../src/lib/intake/dataset';
import { listedWord } from '../../../src/lib/intake/listed-word';
import type { RejectCode } from '../../../src/lib/intake/reject';
import { rejectText, unreadableText, warningText } from '../../../src/lib/intake/sentences';
import { unitsFor } from '../../../src/lib/intake/units';
import { loss, note, WARNING_CODES, type Warning } from '../../../src/lib/intake/warning';

const LANGS = ['zh', 'en'] as const;
const CODES: RejectCode[] = [
	...(['required', 'type', 'date', 'range', 'precision', 'unit', 'unknown_value', 'unknown_branch'] as const),
	...([
		'unknown_person',
		'shape',
		'conflict',
		'damaged_id',
		'encoding',
		'error_cell',
		'no_result',
		'ambiguous'
	] as const)
];

describe.each(LANGS)('what is said in %s', (lang) => {
	it('of a record set aside', () => {
		const reject = { record: 1, line: 2, column: 'resolved_at', value: 'x' };
		expect(
			[null, 'tickets']
				.flatMap((dataset) => CODES.map((code) => rejectText(lang, dataset, { ...reject, code })))
				.join('\n')
		).toMatchSnapshot();
	});
	it('of a value out of range, by what its column allows', () => {
		const all = DATASETS.flatMap(({ dataset, columns }) =>
			columns.map(
				({ column }) =>
					`${dataset}.${column}: ${rejectText(lang, dataset, { record: 1, line: 1, column, value: '7', code: 'range' })}`
			)
		);
		expect(
			[
				...all,
				rejectText(lang, 'fees', { record: 1, line: 1, column: 'x', value: '7', code: 'range' }),
				rejectText(lang, 'fees', { record: 1, line: 1, column: 'due_amount', value: '7', code: 'precision' }),
				rejectText(lang, 'attendance', {
					record: 1,
					line: 1,
					column: 'due_days',
					value: '7',
					code: 'precision'
				})
			].join('\n')
		).toMatchSnapshot();
	});
	it('of what isn’t read', () => {
		expect(
			[unreadableText(lang, 'bomb', 'x'), unreadableText(lang, 'system'), unreadableText(lang, 'pdf')].join(
				'\n'
			)
		).toMatchSnapshot();
		const details: Record<string, string[]> = {
			unread_file: ['bomb:a:b', 'pdf', 'system'],
			unread_sheet: ['', 'plans'],
			unknown_dataset: ['', 'person|called_at'],
			ambiguous_header: ['甲|乙|丙'],
			unknown_unit: ['', '≤10', '美元']
		};
		const columns: Record<string, string[]> = {
			unknown_dataset: ['callbacks', 'none'],
			missing_dataset: ['ratings', 'callbacks'],
			missing_column: ['called_at', 'x']
		};
		const all = WARNING_CODES.flatMap((code) =>
			(details[code] ?? ['2026-10']).flatMap((detail) =>
				(columns[code] ?? ['branch']).flatMap((column) =>
					[loss, note].flatMap((weigh) =>
						[3, null]
							.map((records): Warning => weigh(code, column, detail, records))
							.flatMap((w) => [warningText(lang, 'callbacks', w), warningText(lang, null, w)])
					)
				)
			)
		);
		expect([...new Set(all)].join('\n')).toMatchSnapshot();
	});
	it('of columns, and of words of a list', () => {
		expect([columnTitle(DATASETS[0]!, 'branch', lang), columnTitle(DATASETS[0]!, 'none', lang)].join()).toBe(
			lang === 'zh' ? '分部,none' : 'branch,none'
		);
		const words = [
			'callback_result.not_reached',
			'satisfaction.5',
			'result.reached',
			'x.y',
			'ticket_status.none'
		].map((w) => listedWord(lang, w.split('.')[0]!, w.split('.')[1]!));
		expect(words.join()).toMatchSnapshot();
	});
});

it('offers the units that a column may be told in', () => {
	const of = (type: string, family?: string) => unitsFor({ type, family } as never).join();
	expect([
		of('satisfaction'),
		of('time'),
		of('text'),
		of('number'),
		of('number', 'amount'),
		of('number', 'score')
	]).toEqual([
		'5分制,10分制,百分制',
		'北京时间,UTC',
		'',
		'元,千元,万元,个,次,%',
		'元,千元,万元,百万元,亿元',
		'百分制,10分制,5分制'
	]);
});
