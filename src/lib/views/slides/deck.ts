import { difference, meanOf, negated, signOf, sumOf } from '../../language/decimal';
import { message, type MessageKey } from '../../language/messages';
import { points, signed, total } from '../../language/numbers';
import type { Lang } from '../../language/text';
import type { Deck, Slide, SlideColumn, SlidePart } from '../../sheets/slides';
import { monthView, type MonthView, type UnitMonth } from '../month-view';
import type { Published } from '../paper/lists';
import type { PaperSource } from '../paper/papers';
import { stampText } from '../paper/stamp';
import { periodIn } from '../period-in';
import { totalsShown } from '../ranks';
import { lineSlides } from './line-slides';
import { paged, PER_SLIDE } from '../../sheets/paged';

type Say = (key: MessageKey, fill?: Record<string, string | number>) => string;

/** What slides of a month are made from. */
export type DeckSource = Pick<
	PaperSource,
	'lang' | 'results' | 'policy' | 'period' | 'kind' | 'stamp' | 'published'
> & {
	/** Who owes a plan, and until when where it was published. */
	plans: { unit: string; rank: number; due: string }[];
	/** Notes of the month, each with whom it is about. */
	notes?: { about: string; text: string }[];
	/** Slides of the handbook's other parts. */
	parts?: Slide[];
};

/** A month's slides (L164, 幻灯片): bulletin, ranking, movement, each line, each part, praise and plans; null where nothing was scored. */
export function deckOf(source: DeckSource): Deck | null {
	const { lang, results, policy, period, kind, stamp, published } = source;
	const t: Say = (key, fill) => message(lang, key, fill);
	const { cards } = monthView(results, policy, period, kind);
	const views = cards.map(({ scorecard }) => monthView(results, policy, period, kind, scorecard));
	if (views.length === 0) return null;
	const title = t('bulletin.title', { month: periodIn(lang, period) });
	const cover: Slide = {
		title,
		under: published
			? [
					t('bulletin.of', { number: published.number, date: published.date }),
					...(isAsPublished(views, published) ? [] : [t('stands.differs')])
				].join(t('text.between'))
			: t('paper.unpublished'),
		parts: [{ kind: 'lines', lines: [{ text: policy.title[lang] }, { text: stampText(lang, stamp) }] }],
		cover: true
	};
	const named = (view: MonthView, slide: Slide): Slide =>
		views.length === 1 ? slide : { ...slide, under: view.card.title[lang] };
	return {
		lang,
		title,
		stamp: stampText(lang, stamp),
		slides: [
			cover,
			...views.flatMap((view) =>
				[
					summary(lang, t, view),
					...ranking(lang, t, view),
					...movement(lang, t, view),
					...lineSlides(lang, view)
				].map((slide) => named(view, slide))
			),
			...(source.parts ?? []),
			...views.flatMap((view) => praise(lang, t, view).map((slide) => named(view, slide))),
			...paged(t, source.notes ?? [], PER_SLIDE, t('note.title'), (some): SlidePart[] => [
				{ kind: 'lines', lines: some.map(({ about, text }) => ({ text: about, figure: text })) }
			]),
			...plans(lang, t, views, source)
		]
	};
}

/** Whether totals and ranks are those that were published. */
const isAsPublished = (views: MonthView[], { ranked }: Published): boolean => {
	const now = new Map(views.flatMap(({ units }) => units.map((u) => [u.unit, u])));
	const count = views.flatMap(({ units }) => units.filter((u) => u.rank !== null)).length;
	return (
		ranked.length === count &&
		ranked.every((r) => now.get(r.unit)?.total === r.total && now.get(r.unit)?.rank === r.rank)
	);
};

function summary(lang: Lang, t: Say, view: MonthView): Slide {
	const ranked = view.units.filter((u) => u.rank !== null);
	const [first, last] = [ranked[0], ranked.at(-1)];
	const names = (rank: number): string =>
		ranked
			.filter((u) => u.rank === rank)
			.map((u) => u.name)
			.join(t('text.list'));
	const lost = view.card.lines
		.map(({ line, title }) => ({
			title,
			off: sumOf(view.units.map((u) => u.lines.find((l) => l.line === line)?.deduction ?? '0'))
		}))
		.reduce((a, b) => (signOf(difference(b.off, a.off)) > 0 ? b : a));
	const figures: [MessageKey, string][] = [
		['slides.units', String(view.units.length)],
		['slides.ranked', String(ranked.length)],
		...(first && last
			? ([
					[
						'slides.mean',
						total(
							meanOf(
								ranked.map((u) => u.total!),
								6
							)
						)
					],
					['slides.first', `${names(first.rank!)}  ${total(first.total!)}`],
					['slides.last', `${names(last.rank!)}  ${total(last.total!)}`],
					['slides.spread', total(difference(first.total!, last.total!))]
				] as [MessageKey, string][])
			: []),
		...(signOf(lost.off) > 0
			? ([['slides.lost', t('slides.lostOf', { line: lost.title[lang], points: points(lost.off) })]] as [
					MessageKey,
					string
				][])
			: [])
	];
	return {
		title: t('slides.summary'),
		parts: [{ kind: 'lines', lines: figures.map(([key, figure]) => ({ text: t(key), figure })) }]
	};
}

const right = (title: string, width: number): SlideColumn => ({ title, width, align: 'right' });
const centre = (title: string, width: number): SlideColumn => ({ title, width, align: 'center' });

function ranking(_lang: Lang, t: Say, view: MonthView): Slide[] {
	const shown = totalsShown(view.units, t('state.incomplete'));
	const score = (value: string | null): string => (value === null ? '—' : total(value));
	const columns = [
		centre(t('month.rank'), 10),
		{ title: t('month.unit'), width: 22 },
		right(t('month.total'), 14),
		right(t('paper.kpi'), 14),
		...(view.card.blended ? [right(t('paper.self'), 12), right(t('paper.group'), 12)] : []),
		right(t('paper.meritsAndAudit'), 16)
	];
	const row = (u: UnitMonth): string[] => [
		u.rank === null ? '—' : `${String(u.rank)}${u.tied ? ` ${t('month.tied')}` : ''}`,
		u.name,
		shown.get(u.unit)!,
		u.kpi_points === null ? '—' : points(u.kpi_points),
		...(view.card.blended ? [score(u.self), score(u.group)] : []),
		signed(difference(difference(u.merits, u.criticism), u.audit))
	];
	return paged(t, view.units, PER_SLIDE, t('slides.ranking'), (units) => [
		{ kind: 'table', columns, rows: units.map(row) }
	]);
}

function movement(_lang: Lang, t: Say, view: MonthView): Slide[] {
	const moved = view.units.filter((u) => u.rank !== null && u.previousRank !== null);
	const by = (u: UnitMonth): number => u.previousRank! - u.rank!;
	const columns = [
		{ title: t('month.unit'), width: 30 },
		centre(t('slides.was'), 15),
		centre(t('slides.now'), 15),
		centre(t('slides.moved'), 18),
		right(t('slides.totalMoved'), 22)
	];
	const row = (u: UnitMonth): string[] => [
		u.name,
		String(u.previousRank),
		String(u.rank),
		by(u) === 0 ? '—' : `${by(u) > 0 ? '▲' : '▼'} ${String(Math.abs(by(u)))}`,
		u.previousTotal === null ? '—' : signed(difference(u.total!, u.previousTotal))
	];
	const order = [...moved].sort((a, b) => by(b) - by(a) || a.rank! - b.rank!);
	return paged(t, order, PER_SLIDE, t('slides.movement'), (units) => [
		{ kind: 'table', columns, rows: units.map(row) }
	]);
}

function praise(_lang: Lang, t: Say, view: MonthView): Slide[] {
	const named = view.units.filter((u) => [u.merits, u.criticism, u.audit].some((v) => signOf(v) !== 0));
	const title = t('slides.praise');
	if (named.length === 0)
		return [{ title, parts: [{ kind: 'lines', lines: [{ text: t('slides.noPraise') }] }] }];
	const columns = [
		{ title: t('month.unit'), width: 40 },
		right(t('slides.praised'), 20),
		right(t('slides.criticised'), 20),
		right(t('slides.audits'), 20)
	];
	const amount = (value: string): string => (signOf(value) === 0 ? '—' : signed(value));
	return paged(t, named, PER_SLIDE, title, (units) => [
		{
			kind: 'table',
			columns,
			rows: units.map((u) => [
				u.name,
				amount(u.merits),
				amount(negated(u.criticism)),
				amount(negated(u.audit))
			])
		}
	]);
}

function plans(lang: Lang, t: Say, views: MonthView[], { plans: owed }: DeckSource): Slide[] {
	const title = t('slides.plans');
	if (owed.length === 0)
		return [{ title, parts: [{ kind: 'lines', lines: [{ text: t('slides.noPlans') }] }] }];
	const columns = [
		centre(t('month.rank'), 10),
		{ title: t('month.unit'), width: 18 },
		{ title: t('slides.ahead'), width: 56 },
		centre(t('paper.due'), 16)
	];
	const find = (code: string): { view: MonthView; unit: UnitMonth } | null => {
		for (const view of views) {
			const unit = view.units.find((u) => u.unit === code);
			if (unit) return { view, unit };
		}
		return null;
	};
	/** The lines that cost a unit most, the costliest first. */
	const lost = (code: string): string => {
		const found = find(code);
		if (!found) return '';
		const { view, unit } = found;
		return unit.lines
			.filter((l) => l.deduction !== null && signOf(l.deduction) > 0)
			.sort((a, b) => Number(b.deduction) - Number(a.deduction))
			.slice(0, 3)
			.map((l) => {
				const line = view.card.lines.find(({ line }) => line === l.line)!;
				return `${line.title[lang]} −${points(l.deduction!)}`;
			})
			.join(t('text.list'));
	};
	return paged(t, owed, PER_SLIDE, title, (some): SlidePart[] => [
		{
			kind: 'table',
			columns,
			rows: some.map((p) => [String(p.rank), find(p.unit)?.unit.name ?? p.unit, lost(p.unit), p.due])
		}
	]);
}
