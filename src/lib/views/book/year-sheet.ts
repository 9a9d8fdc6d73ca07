import { monthsOf } from '../../calendar/period';
import { unitRows } from '../../compute/rows-of';
import { message, type MessageKey } from '../../language/messages';
import type { Lang } from '../../language/text';
import { address, type BookCell, type BookSheet } from '../../sheets/workbook';
import type { Results } from '../../sql/rows';
import type { Policy } from '../../policy/schema';
import { lastMonth, nameIn, underOneName } from '../../compute/former-names';
import { unitYears } from '../years';
import type { UnitKind } from '../filters';
import { periodIn } from '../period-in';
import type { ScoresSheet } from './scores-sheet';

/** A unit's year: totals of its months as references, the mean of those in which it was ranked as a formula, prizes and their sum (L166). */
export function yearSheet(
	lang: Lang,
	{
		results,
		policyIn,
		kind,
		unit,
		year,
		scores,
		name
	}: {
		results: Results;
		policyIn: (month: string) => Policy;
		kind: UnitKind;
		unit: string;
		year: string;
		scores: Map<string, ScoresSheet>;
		name: string;
	}
): BookSheet {
	const t = (key: MessageKey, fill?: Record<string, string>): string => message(lang, key, fill);
	const own = underOneName(results, kind, unit);
	const latest = lastMonth(results);
	const calledIn = (month: string): string =>
		kind === 'branch' && latest ? nameIn(results.renamed, unit, month, latest) : unit;
	const rows = monthsOf(year).map((month): BookCell[] => {
		const [ranked] = unitRows(own.rankings, month, kind, unit);
		const [total] = unitRows(own.totals, month, kind, unit);
		const place = total && scores.get(month)?.of.get(`${total.scorecard}/${calledIn(month)}`)?.total;
		return [
			{ value: periodIn(lang, month) },
			ranked && place !== undefined
				? { formula: place, value: Number(ranked.total), look: 'made', numFmt: '0.00' }
				: { value: ranked ? Number(ranked.total) : null, numFmt: '0.00' },
			{ value: ranked?.rank ?? null }
		];
	});
	const [first, last] = [2, 1 + rows.length];
	const [league] = unitRows(own.years, year, kind, unit);
	const paid = unitYears(results, policyIn, kind, unit)?.years.find((y) => y.year === year)?.prizes ?? [];
	const down = (from: number, to: number, column: number): string =>
		`${address(from, column)}:${address(to, column)}`;
	const prizes = paid.map((a): BookCell[] => [
		{ value: periodIn(lang, a.period) },
		{ value: Number(a.amount), look: 'input', numFmt: '#,##0.00' }
	]);
	const from = last + 4;
	return {
		name,
		widths: [18, 14, 10],
		head: 2,
		running: t('years.form', { year }),
		rows: [
			[{ value: t('years.form', { year }), look: 'title' }],
			[t('years.month'), t('month.total'), t('month.rank')].map((value): BookCell => ({
				value,
				look: 'head'
			})),
			...rows,
			[
				{ value: t('years.mean'), look: 'head' },
				league
					? {
							formula: `ROUND(AVERAGE(${down(first, last, 1)}),6)`,
							value: Number(league.mean),
							look: 'head',
							numFmt: '0.00'
						}
					: { value: null, look: 'head' },
				{ value: league?.rank ?? null, look: 'head' }
			],
			...(prizes.length === 0
				? []
				: [
						[],
						[
							{ value: t('years.prizes'), look: 'head' as const },
							{ value: null, look: 'head' as const }
						],
						...prizes,
						[
							{ value: t('book.sum'), look: 'head' as const },
							{
								formula: `SUM(${down(from, from + prizes.length - 1, 1)})`,
								value: paid.reduce((sum, a) => sum + Math.round(Number(a.amount) * 100), 0) / 100,
								look: 'head' as const,
								numFmt: '#,##0.00'
							}
						]
					])
		]
	};
}
