import { difference, sumOf } from '../../language/decimal';
import { message, type MessageKey } from '../../language/messages';
import { grouped, points, signed, total } from '../../language/numbers';
import type { Lang } from '../../language/text';
import type { Policy } from '../../policy/schema';
import type { Block, PaperCell, PaperColumn } from '../../sheets/paper';
import type { MonthView, UnitMonth } from '../month-view';
import { paidOf, type Paid } from '../paid';
import { periodIn } from '../period-in';
import type { PeriodView } from '../period-view';
import { totalsShown } from '../ranks';
import type { AwardRow } from '../../sql/rows';

/** A bulletin as far as a notice says it. */
export interface Published {
	number: string;
	date: string;
	appealsUntil: string | null;
	plans: { unit: string; rank: number; due: string }[];
	/** Totals and ranks as they were published, whatever was computed since. */
	ranked: { unit: string; rank: number; total: string }[];
}

/** The parts of a total, as far as a notice shows them. */
type Parts = Pick<UnitMonth, 'kpi_points' | 'self' | 'group' | 'merits' | 'criticism' | 'audit'>;
/** A unit as a notice lists it. */
type Listed = Parts & Pick<UnitMonth, 'unit' | 'name' | 'total' | 'rank' | 'tied' | 'previousRank'>;

const NO_PARTS: Parts = {
	kpi_points: null,
	self: null,
	group: null,
	merits: '0',
	criticism: '0',
	audit: '0'
};

/** The month's notice of ranks (月工作通报, L164): a list for each scorecard, who owes a plan, and until when one can appeal. */
export function noticeSheet(
	lang: Lang,
	views: MonthView[],
	published: Published | null,
	nameOf: (unit: string) => string
): Block[] {
	const t = (key: MessageKey, fill?: Record<string, string | number>): string => message(lang, key, fill);
	const [first] = views;
	const month = periodIn(lang, first!.month);
	const known = new Set(views.flatMap(({ units }) => units.map(({ unit }) => unit)));
	// of what was published nothing is left out, though the data name it no more
	const gone = (published?.ranked ?? [])
		.filter(({ unit }) => !known.has(unit))
		.map(({ unit }): Listed => ({
			...NO_PARTS,
			unit,
			name: nameOf(unit),
			total: null,
			rank: null,
			tied: false,
			previousRank: null
		}));
	const of = published
		? t('bulletin.of', { number: published.number, date: published.date })
		: t('paper.unpublished');
	return [
		{ kind: 'title', text: t('bulletin.title', { month }), under: of },
		...views.flatMap((view) => [
			...(views.length > 1 ? [heading(view.card.title[lang])] : []),
			published
				? rankTable(lang, asPublished(view === first ? [...view.units, ...gone] : view.units, published), '—')
				: rankTable(lang, view.units, t('state.incomplete'))
		]),
		...(published ? dueBlocks(lang, published, nameOf) : []),
		{ kind: 'signs', who: [t('awards.sign.service'), t('awards.sign.hr'), t('awards.sign.head')] }
	];
}

const heading = (text: string): Block => ({ kind: 'heading', text });

/** Who owes a plan, and until when one can appeal. */
function dueBlocks(
	lang: Lang,
	{ plans, appealsUntil }: Published,
	nameOf: (unit: string) => string
): Block[] {
	const t = (key: MessageKey): string => message(lang, key);
	const table: Block = {
		kind: 'table',
		columns: [
			{ title: t('month.rank'), width: 15, align: 'center' },
			{ title: t('month.unit') },
			{ title: t('plan.due'), width: 35, align: 'center' }
		],
		rows: plans.map((p) => [String(p.rank), nameOf(p.unit), p.due])
	};
	return [
		...(plans.length === 0 ? [] : [heading(t('plan.title')), table]),
		...(appealsUntil === null ? [] : [heading(message(lang, 'bulletin.appeals', { date: appealsUntil }))])
	];
}

/** Units with the totals and ranks that were published, in that order, then those that weren't ranked; of one whose total is another now the parts of it are left out. */
function asPublished(units: Listed[], { ranked }: Published): Listed[] {
	const said = new Map(ranked.map((r) => [r.unit, r]));
	const alike = (rank: number): number => units.filter((u) => said.get(u.unit)?.rank === rank).length;
	return units
		.map((unit): Listed => {
			const own = said.get(unit.unit);
			if (!own) return { ...unit, ...NO_PARTS, total: null, rank: null, tied: false };
			const parts = unit.total === own.total ? {} : NO_PARTS;
			return { ...unit, ...parts, total: own.total, rank: own.rank, tied: alike(own.rank) > 1 };
		})
		.sort((a, b) => (a.rank ?? Infinity) - (b.rank ?? Infinity) || (a.unit < b.unit ? -1 : 1));
}

function rankTable(lang: Lang, units: Listed[], none: string): Block {
	const t = (key: MessageKey): string => message(lang, key);
	const shown = totalsShown(units, none);
	const right = (title: string, width: number): PaperColumn => ({ title, width, align: 'right' });
	const other = (u: Listed): string => signed(difference(difference(u.merits, u.criticism), u.audit));
	return {
		kind: 'table',
		columns: [
			{ title: t('month.rank'), width: 9, align: 'center' },
			{ title: t('month.unit') },
			right(t('month.total'), 14),
			right(t('paper.kpi'), 12),
			right(t('paper.self'), 10),
			right(t('paper.group'), 10),
			right(t('paper.meritsAndAudit'), 14),
			right(t('paper.before'), 11)
		],
		rows: units.map((u): PaperCell[] => [
			u.rank === null ? '—' : `${String(u.rank)}${u.tied ? ` ${t('month.tied')}` : ''}`,
			u.name,
			shown.get(u.unit)!,
			u.kpi_points === null ? '' : points(u.kpi_points),
			u.self === null ? '' : total(u.self),
			u.group === null ? '' : total(u.group),
			u.kpi_points === null ? '' : other(u),
			u.previousRank === null ? '—' : String(u.previousRank)
		])
	};
}

/** The list of a quarter's prizes to be signed for (L163). */
export function awardSheet(lang: Lang, policy: Policy, quarter: PeriodView, prizes: AwardRow[]): Block[] {
	const t = (key: MessageKey): string => message(lang, key);
	const paid = paidOf(prizes, quarter);
	const months = quarter.months.map((month): PaperColumn => ({
		title: periodIn(lang, month),
		align: 'right'
	}));
	const row = (p: Paid): PaperCell[] => [
		String(p.rank),
		p.unit.name,
		...p.unit.months.map((m) => (m ? total(m.total) : '—')),
		p.unit.total === null ? '' : total(p.unit.total),
		grouped(p.amount, 2),
		'',
		''
	];
	return [
		{
			kind: 'title',
			text: t('paper.awards'),
			under: `${periodIn(lang, quarter.period)} · ${policy.awards[0]?.title[lang] ?? ''}`
		},
		{
			kind: 'table',
			columns: [
				{ title: t('month.rank'), width: 8, align: 'center' },
				{ title: t('month.unit'), width: 16 },
				...months,
				{ title: t('awards.mean'), align: 'right' },
				{ title: t('awards.amount'), width: 14, align: 'right' },
				{ title: t('paper.received'), width: 15 },
				{ title: t('awards.date'), width: 12 }
			],
			tall: true,
			rows: paid.map(row),
			sums: [
				[
					{ text: t('awards.sum'), span: months.length + 3, head: true },
					grouped(sumOf(paid.map((p) => p.amount)), 2),
					'',
					''
				]
			]
		},
		{ kind: 'signs', who: [t('awards.sign.hr'), t('awards.sign.service'), t('awards.sign.head')] }
	];
}

/** An improvement plan that is due: what was written, or lines to write on (L164). */
export interface PlanPaper {
	unit: string;
	rank: number;
	due: string;
	bulletin: string;
	analysis: string;
	measures: string;
}

/** The form of an improvement plan (整改方案). */
export function planSheet(lang: Lang, month: string, name: string, plan: PlanPaper): Block[] {
	const t = (key: MessageKey): string => message(lang, key);
	return [
		{ kind: 'title', text: t('paper.plan') },
		{
			kind: 'fields',
			fields: [
				[t('month.unit'), name],
				[t('paper.period'), periodIn(lang, month)],
				[t('month.rank'), String(plan.rank)],
				[t('bulletin.number'), plan.bulletin],
				[t('paper.due'), plan.due],
				[t('paper.handedIn'), '']
			]
		},
		{ kind: 'lines', title: t('plan.analysis'), text: plan.analysis, lines: 9 },
		{ kind: 'lines', title: t('plan.measures'), text: plan.measures, lines: 9 },
		{ kind: 'signs', who: [t('paper.manager'), t('paper.office'), t('paper.reviewer')] }
	];
}
