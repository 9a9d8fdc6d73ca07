import { message, wordIn, type MessageKey } from '../language/messages';
import type { Lang } from '../language/text';
import { ALL_HIDDEN } from '../policy/masks';
import type { Row } from '../engine/engine';
import { paged, PER_SLIDE } from '../sheets/paged';
import type { Slide, SlidePart } from '../sheets/slides';
import { figureText, figureTitle } from './figure-text';
import { keyText, type KeySaying } from './key-text';
import { figureOf, figuresSaying, keysOf, sectionQuery, tableOf, type Line } from './part-view';
import { PARTS } from './parts';
import type { Figure, Part, Section } from './parts/part';

/** The table that stands for a part, and how it is grouped: by branch where it can be. */
const mainOf = ({ sections: [first] }: Part): { section: Section; dimension: string | null } => ({
	section: first!,
	dimension: first!.by
		? (GROUPED[first!.id] ?? (first!.by.includes('branch') ? 'branch' : first!.by[0]!))
		: null
});
/** Findings are told by their kinds: branches without one have no row. */
const GROUPED: Record<string, string> = { finding_sum: 'kind' };

/** What asks for the rows of each part's main table, in the order of the parts. */
export const mainQueries = (): string[] =>
	PARTS.map((part) => {
		const { section, dimension } = mainOf(part);
		return sectionQuery(section, dimension);
	});

/** As many figures as a table beside a chart holds, and one alone. */
const [BESIDE, ALONE] = [3, 6];

/** A slide of each part that has rows in the month: its main chart and table (L90-321). */
export function partSlides(
	lang: Lang,
	answers: Row[][],
	nameOf: KeySaying['nameOf'],
	under: string
): Slide[] {
	return PARTS.flatMap((part, i) => {
		const rows = (answers[i] ?? []).filter((row) => row['slot'] !== 'before');
		const { section, dimension } = mainOf(part);
		const { lines, whole } = tableOf(section, dimension, rows);
		if (lines.length === 0 && !whole) return [];
		const t = (key: MessageKey, fill?: Record<string, number>): string => message(lang, key, fill);
		const keys = keysOf(section, dimension);
		const saying: KeySaying = { lang, section, dimension, nameOf };
		const name = ({ now }: Line): string =>
			keys.map((key) => keyText(saying, now!, key, ALL_HIDDEN)).join(' · ');
		const all = figuresSaying(section, dimension, rows);
		const chart = all.find((f) => f.id === section.chart);
		const figures = chosen(all, part, chart);
		const cell = (line: Line, figure: Figure): string =>
			figureText(lang, figureOf(line.now, figure), figure) || '—';
		const row = (line: Line, title: string): string[] => [title, ...figures.map((f) => cell(line, f))];
		const width = Math.floor(70 / figures.length);
		const key = dimension ?? keys[0]?.id ?? '';
		const titles = [
			figureTitle(lang, section.id, key),
			...figures.map((f) => figureTitle(lang, section.id, f.id))
		];
		const table = (some: Line[], isLast: boolean): SlidePart => ({
			kind: 'table',
			columns: titles.map((title, at) =>
				at === 0 ? { title, width: 100 - width * figures.length } : { title, width, align: 'right' }
			),
			rows: [
				...some.map((line) => row(line, name(line))),
				...(isLast && whole ? [row(whole, message(lang, 'part.all'))] : [])
			]
		});
		const title = wordIn(lang, 'part', part.id);
		if (lines.length === 0) return [{ title, under, parts: [table([], true)] }];
		return paged(t, lines, PER_SLIDE - 1, title, (some) => [
			...(chart ? [bars(lang, some, chart, lines, name)] : []),
			table(some, some.at(-1) === lines.at(-1))
		]).map((slide) => ({ ...slide, under }));
	});
}

/** The figures of a table: the part's own headlines and what its chart shows first, in the order of the section. */
function chosen(all: Figure[], { headline }: Part, chart: Figure | undefined): Figure[] {
	const most = chart ? BESIDE : ALONE;
	const first = (f: Figure): boolean => f === chart || headline.includes(f.id);
	const picked = new Set(
		[...all.filter((f) => f === chart), ...all.filter(first), ...all]
			.filter((f, i, list) => list.indexOf(f) === i)
			.slice(0, most)
	);
	return all.filter((f) => picked.has(f));
}

function bars(lang: Lang, some: Line[], chart: Figure, all: Line[], name: (line: Line) => string): SlidePart {
	const valueOf = (line: Line): number => Number(figureOf(line.now, chart) ?? 0);
	return {
		kind: 'bars',
		title: figureTitle(lang, '', chart.id),
		...(chart.format === 'share' && { numFmt: '0.00%' }),
		...(chart.format === 'yuan' && { numFmt: '#,##0.00' }),
		most: chart.format === 'share' ? Math.max(1, ...all.map(valueOf)) : Math.max(...all.map(valueOf)),
		// what has no figure is no bar of nothing
		bars: some
			.filter((line) => figureOf(line.now, chart) !== null)
			.map((line) => ({
				name: name(line),
				value: valueOf(line),
				text: figureText(lang, figureOf(line.now, chart), chart)
			}))
	};
}
