import { message, type MessageKey } from '../../language/messages';
import { points, total, yuan } from '../../language/numbers';
import type { Lang } from '../../language/text';
import type { Block, PaperCell } from '../../sheets/paper';
import type { LineRow } from '../../sql/rows';
import type { UnitKind } from '../filters';
import { periodIn } from '../period-in';
import type { Spell, UnitYears } from '../years';

/** What the sheet says of whoever is reviewed, beside the figures. */
export interface Reviewed {
	kind: UnitKind;
	/** What a branch is called, by its code. */
	branchName: (code: string) => string;
	/** The unit's lines of a month. */
	linesIn: (month: string) => LineRow[];
}

/** The sheet for a unit's annual review (L166): its twelve months with the points of each line, ranks, prizes, posts held and moves, to be signed; null where it had no month in the year. */
export function annualSheet(lang: Lang, view: UnitYears, year: string, of: Reviewed): Block[] | null {
	const t = (key: MessageKey, fill?: Record<string, string | number>): string => message(lang, key, fill);
	const own = view.years.find((y) => y.year === year);
	if (!own) return null;
	const at = view.years.indexOf(own);
	const lines = view.lines.filter((line) => line.years[at] !== null);
	const spells = view.spells.filter((s) => s.from.slice(0, 4) <= year && s.to.slice(0, 4) >= year);
	const pointsOf = (month: string, line: string): string => {
		const found = of.linesIn(month).find((l) => l.line === line);
		return found?.points == null ? '—' : points(found.points);
	};
	const monthRow = (m: (typeof own.months)[number], i: number): PaperCell[] => [
		String(i + 1),
		...lines.map(({ line }) => (m ? pointsOf(m.month, line) : '')),
		!m ? '' : m.total === null ? t('state.incomplete') : total(m.total),
		m?.rank == null ? '' : `${String(m.rank)} / ${String(m.rankedUnits)}`
	];
	const width = Math.floor(66 / Math.max(1, lines.length));
	const last = spells[0];
	const place = (spell: Spell | undefined): string =>
		spell?.branch == null ? '' : of.branchName(spell.branch);
	const who = t(of.kind === 'branch' ? 'paper.branch' : 'paper.appraised');
	const held = spells.map((spell) =>
		[
			spell.from === spell.to
				? periodIn(lang, spell.from)
				: `${periodIn(lang, spell.from)} – ${periodIn(lang, spell.to)}`,
			place(spell),
			spell.post ?? ''
		]
			.filter(Boolean)
			.join('　')
	);
	return [
		{ kind: 'title', text: t('years.form', { year }) },
		{
			kind: 'fields',
			fields: [
				[who, `${view.name} ${view.unit === view.name ? '' : view.unit}`.trim()],
				[t('paper.department'), of.kind === 'branch' ? '' : place(last)],
				[t('years.mean'), own.mean === null ? '' : total(own.mean)],
				[
					t('month.rank'),
					own.rank === null ? '' : t('paper.rankOf', { rank: own.rank, of: own.rankedUnits })
				],
				[t('paper.post'), last?.post ?? ''],
				[
					t('years.prizes'),
					own.prizes.length === 0 ? '' : t('years.paid', { count: own.prizes.length, yuan: yuan(own.paid) })
				]
			]
		},
		{
			kind: 'table',
			columns: [
				{ title: t('years.month'), width: 8, align: 'center' },
				...lines.map(({ years }) => ({ title: years[at]!.title[lang], width, align: 'right' as const })),
				{ title: t('card.total'), width: 14, align: 'right' },
				{ title: t('month.rank'), width: 12, align: 'center' }
			],
			rows: own.months.map(monthRow),
			sums: [
				[
					t('years.average'),
					...lines.map((line) => points(line.years[at]!.points)),
					own.mean === null ? '' : total(own.mean),
					own.rank === null ? '' : String(own.rank)
				]
			]
		},
		...(of.kind === 'person' && held.length > 0
			? [{ kind: 'notes' as const, title: t('years.spells'), items: held }]
			: []),
		{ kind: 'lines', title: t('years.review'), text: '', lines: 4 },
		{ kind: 'signs', who: [who, t('paper.appraiser'), t('paper.reviewer')] }
	];
}
