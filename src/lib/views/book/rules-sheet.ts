import { message, type MessageKey } from '../../language/messages';
import type { Lang } from '../../language/text';
import { fromThousandths, rangesOf } from '../../policy/ranges';
import { chosen, type Policy, type PolicyLine } from '../../policy/schema';
import { address, on, type BookCell, type BookSheet } from '../../sheets/workbook';

/** Where a line's numbers stand; a range spans the rows of its tiers or steps. */
export interface LinePlace {
	weight: string;
	each: string;
	target: string;
	tiers: Record<'lower' | 'lowerIn' | 'upper' | 'upperIn' | 'deduction', string> | null;
	steps: Record<'reached' | 'share', string> | null;
}

/** The sheet of a version's numbers, and the addresses of those that formulas use. */
export interface RulesSheet {
	sheet: BookSheet;
	/** By `scorecard/line`. */
	lines: Map<string, LinePlace>;
	raters: Map<string, string>;
	decimals: string;
	/** Empty where totals have no limit. */
	cap: string;
	/** Of each award: its ranks and amounts. */
	prizes: { award: string; scorecard: string; title: string; ranks: string; amounts: string }[];
}

const WIDTHS = [26, 24, 12, 16, 14, 14, 12, 14];
const DECIMAL = '0.###';

/** The rules of a version as a sheet: lines with weights, tiers, raters, decimals and prizes, all to be changed. */
export function rulesSheet(lang: Lang, policy: Policy, name: string): RulesSheet {
	const t = (key: MessageKey): string => message(lang, key);
	const rows: BookCell[][] = [];
	const input = (value: number | string | null, numFmt = DECIMAL): BookCell =>
		typeof value === 'number' ? { value, look: 'input', numFmt } : { value, look: 'input' };
	const plain = (value: string): BookCell => ({ value });
	const add = (...row: BookCell[]): number => rows.push(row) - 1;
	const head = (...keys: MessageKey[]): number =>
		add(...keys.map((key): BookCell => ({ value: t(key), look: 'head' })));
	const number = (text: string | null | undefined): number | null => (text == null ? null : Number(text));
	const at = (row: number, column: number): string => on(name, address(row, column));
	const down = (from: number, to: number, column: number): string =>
		on(name, `${address(from, column)}:${address(to, column)}`);

	add({ value: `${policy.title[lang]} · ${policy.policy}`, look: 'title' });
	add();
	head('book.card', 'book.line', 'book.weight', 'book.scoring', 'book.each', 'book.target', 'book.clause');
	const lines = new Map<string, LinePlace>();
	const everyLine = policy.scorecards.flatMap((card) => card.lines.map((line) => ({ card, line })));
	for (const { card, line } of everyLine) {
		const row = add(
			plain(card.title[lang]),
			plain(line.title[lang]),
			input(Number(line.weight)),
			plain(t(`option.${line.scoring}`)),
			input(number(line.deduction_each)),
			input(number(line.target)),
			plain(line.clause)
		);
		lines.set(`${card.scorecard}/${line.line}`, {
			weight: at(row, 2),
			each: at(row, 4),
			target: at(row, 5),
			tiers: null,
			steps: null
		});
	}
	const listed = <Of>(
		title: MessageKey,
		columns: MessageKey[],
		itemsOf: (line: PolicyLine) => Of[],
		row: (item: Of, i: number) => BookCell[],
		place: (place: LinePlace, from: number, to: number) => void
	): void => {
		if (everyLine.every(({ line }) => itemsOf(line).length === 0)) return;
		add();
		add({ value: t(title), look: 'title' });
		head('book.card', 'book.line', ...columns);
		for (const { card, line } of everyLine) {
			const items = itemsOf(line);
			const from = rows.length;
			for (const [i, item] of items.entries())
				add(plain(card.title[lang]), plain(line.title[lang]), ...row(item, i));
			if (items.length > 0) place(lines.get(`${card.scorecard}/${line.line}`)!, from, rows.length - 1);
		}
	};
	const part = (value: number | null): BookCell => input(value === null ? null : fromThousandths(value));
	const yesNo = `"${t('book.yes')}";;"${t('book.no')}"`;
	const included = (value: boolean | undefined): BookCell => input(value === false ? 0 : 1, yesNo);
	listed(
		'book.tiers',
		['book.tier', 'book.lower', 'book.lowerIn', 'book.upper', 'book.upperIn', 'book.deduction'],
		(line) =>
			line.scoring === 'tiered_rate' || line.scoring === 'tiered_count' ? rangesOf(policy, line) : [],
		(range, i) => [
			{ value: i + 1 },
			part(range.lower),
			included(range.lowerIn),
			part(range.upper),
			included(range.upperIn),
			part(range.deduction)
		],
		(place, from, to) => {
			place.tiers = {
				lower: down(from, to, 3),
				lowerIn: down(from, to, 4),
				upper: down(from, to, 5),
				upperIn: down(from, to, 6),
				deduction: down(from, to, 7)
			};
		}
	);
	listed(
		'book.steps',
		['book.reached', 'book.share'],
		(line) => line.below ?? [],
		(step) => [input(Number(step.reached)), input(Number(step.share))],
		(place, from, to) => {
			place.steps = { reached: down(from, to, 2), share: down(from, to, 3) };
		}
	);

	add();
	add({ value: t('book.raters'), look: 'title' });
	head('book.raters', 'book.weight');
	const raters = new Map(
		policy.raters.map((r): [string, string] => [
			r.rater,
			at(add(plain(r.title[lang]), input(Number(r.weight))), 1)
		])
	);
	add();
	add({ value: t('book.numbers'), look: 'title' });
	const amountOf = (reading: string): number | null => chosen(policy, reading)?.amount ?? null;
	const decimals = at(add(plain(t('book.decimals')), input(amountOf('rounding'), '0')), 1);
	const cap = at(add(plain(t('book.cap')), input(amountOf('merit_cap'), '0')), 1);
	if (policy.awards.length > 0) {
		add();
		add({ value: t('book.prizes'), look: 'title' });
		head('book.award', 'book.rank', 'book.amount');
	}
	const prizes = policy.awards.map((award) => {
		const from = rows.length;
		for (const { rank, amount } of award.prizes)
			add(plain(award.title[lang]), input(rank, '0'), input(Number(amount), '#,##0.00'));
		return {
			award: award.award,
			scorecard: award.scorecard,
			title: award.title[lang],
			ranks: down(from, rows.length - 1, 1),
			amounts: down(from, rows.length - 1, 2)
		};
	});
	const last = everyLine.length + 3;
	const sheet: BookSheet = {
		name,
		widths: WIDTHS,
		rows,
		head: 3,
		frozenColumns: 2,
		running: `${policy.title[lang]} · ${policy.policy}`,
		allowed: [{ range: `C4:C${String(last)}` }, { range: `E4:F${String(last)}` }]
	};
	return { sheet, lines, raters, decimals, cap, prizes };
}
