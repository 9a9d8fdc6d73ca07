import type { Row } from '../engine/engine';
import type { Hidden } from '../policy/masks';
import { seenFigure } from './key-text';
import type { HandedReport } from '../record/handover';
import { dimensionOf, keysOf, sectionQuery } from './part-view';
import { PARTS } from './parts';
import type { Figure, Part, Section } from './parts/part';

/** The tables of all parts that can be narrowed to a branch, each by its first dimension. */
const TABLES = PARTS.flatMap((part) =>
	part.sections
		.filter((section) => !section.whole)
		.map((section) => ({ part, section, dimension: dimensionOf(section, null) }))
);

/** What asks for the tables of a branch, once the months shown are its own. */
export const handedReportQueries = (): string[] =>
	TABLES.map(({ section, dimension }) => sectionQuery(section, dimension));

/** Answers as they are handed over: what a table shows and no more, with what whoever opens them doesn't see masked; tables without a row are left out. */
export const handedReports = (answers: Row[][], hidden: Hidden): HandedReport[] =>
	TABLES.flatMap(({ part, section, dimension }, i): HandedReport[] => {
		const rows = answers[i] ?? [];
		if (!rows.some((row) => row['slot'] === 'now')) return [];
		const shown = new Set([...ALWAYS, ...columnsOf(section, dimension)]);
		const figures = new Map([...keysOf(section, dimension), ...section.figures].map((f) => [f.id, f]));
		const own = rows.map((row): Row =>
			Object.fromEntries(
				Object.entries(row)
					.filter(([id]) => shown.has(id))
					.map(([id, value]) => {
						const figure = figures.get(id);
						return [id, figure ? seenFigure(figure, row, value, hidden) : value];
					})
			)
		);
		return [{ part: part.id, section: section.id, dimension, rows: own }];
	});

const ALWAYS = ['slot', 'dimension', 'whole'];

/** The columns that a table reads. */
const columnsOf = (section: Section, dimension: string | null): string[] =>
	[...keysOf(section, dimension), ...section.figures].flatMap((figure: Figure) => [
		figure.id,
		...(figure.of ?? []),
		...(figure.ninety === undefined ? [] : [figure.ninety])
	]);

/** The table that a handed-over one is; null where this build has none of that name. */
export function tableNamed(report: HandedReport): { part: Part; section: Section } | null {
	const part = PARTS.find(({ id }) => id === report.part);
	const section = part?.sections.find(({ id }) => id === report.section);
	return part && section ? { part, section } : null;
}
