import { columnsSql } from './evidence';
import type { Row } from '../engine/engine';
import type { Shown } from '../compute/shown';
import { wilson } from '../compute/interval';
import { monthsOf, shifted } from '../calendar/period';
import type { Figure, Section } from './parts/part';
import { literal } from '../sql/literal';
import { today } from '../calendar/day';
import { PERIOD } from '../calendar/period';

/** What reports of a period show: its months beside those of another period, of one branch or all. */
export function shownOf(period: string, against: string | null, branch: string | null): Shown {
	const now = monthsOf(period);
	const before = against === null ? [] : monthsOf(against);
	return { now, before, today: today(), branch };
}

/** The period that a report is compared with: the one asked for, else the one before. */
export const againstOf = (period: string, asked: string | null): string =>
	asked !== null && PERIOD.test(asked) && asked.length === period.length ? asked : shifted(period, -1);

/** How many rows of a list are shown at most: the rest is reached by narrowing to a branch. */
const MOST = 10_000;

/** The query of a section, by the dimension chosen where it has several; a list's rows name the length of the whole. */
export function sectionQuery(section: Section, dimension: string | null): string {
	const shown = dimension ?? section.by?.[0] ?? null;
	// the whole comes along as a sum under the table
	const dimensions = [shown, ...(section.by?.includes('all') ? ['all'] : [])];
	const conditions = [
		...(shown !== null && section.by
			? [`dimension in (${[...new Set(dimensions)].map((d) => literal(d!)).join(', ')})`]
			: []),
		...(section.list ? ["slot = 'now'"] : [])
	];
	const where = conditions.length > 0 ? ` where ${conditions.join(' and ')}` : '';
	const rows = `from ${section.from}${where} order by slot desc, ${section.order}`;
	return section.list
		? `select *, count(*) over ()::integer as whole ${rows} limit ${String(MOST)}`
		: `select * ${rows}`;
}

/** The dimension that a section is shown by: the one asked for if it has it. */
export const dimensionOf = ({ by }: Section, asked: string | null): string | null =>
	by ? (asked !== null && by.includes(asked) ? asked : by[0]!) : null;

/** A row of a section beside the same row of the period compared with. */
export interface Line {
	key: string;
	now: Row | null;
	before: Row | null;
}

/** The columns that tell a section's rows apart; a building is one of its branch. */
export function keysOf({ by, words, masks, keys = [] }: Section, dimension: string | null): Figure[] {
	if (!by) return keys;
	const format = dimension === 'branch' || dimension === 'person' ? dimension : 'text';
	const list = words?.[dimension ?? ''];
	const mask = masks?.[dimension ?? ''];
	const value: Figure = {
		...{ id: 'value', format },
		...(list !== undefined && { list }),
		...(mask && { mask })
	};
	return dimension === 'building' ? [value, { id: 'within', format: 'branch' }] : [value];
}

/** The rows of both slots side by side, in the order of the query. */
export function linesOf(rows: Row[], keys: Figure[]): Line[] {
	const lines = new Map<string, Line>();
	rows.forEach((row) => {
		const key = keys.map((k) => String(row[k.id] ?? '')).join('\n');
		const line = lines.get(key) ?? { key, now: null, before: null };
		lines.set(key, { ...line, [row['slot'] === 'before' ? 'before' : 'now']: row });
	});
	return [...lines.values()];
}

/** A section's rows beside each other, and their sum where it has one; by month, no month stands beside another. */
export function tableOf(
	section: Section,
	dimension: string | null,
	rows: Row[]
): { lines: Line[]; whole: Line | null } {
	const isWhole = (row: Row): boolean => dimension !== 'all' && row['dimension'] === 'all';
	const keys = keysOf(section, dimension);
	const lines = linesOf(
		rows.filter((r) => !isWhole(r)),
		keys
	);
	return {
		lines: dimension === 'month' ? lines.filter((l) => l.now) : lines,
		whole: linesOf(rows.filter(isWhole), [])[0] ?? null
	};
}

/** The value of a figure as a number or text; null where there is none. */
export function figureOf(row: Row | null, figure: Figure): number | string | null {
	if (!row) return null;
	if (figure.of) {
		const [numerator, denominator] = figure.of.map((id) => Number(row[id] ?? 0)) as [number, number];
		return denominator === 0 ? null : numerator / denominator;
	}
	const value = row[figure.id];
	if (value === null || value === undefined || value === '') return null;
	if (['text', 'branch', 'person', 'word'].includes(figure.format)) return String(value);
	if (figure.format === 'mark') return value === true ? 1 : null;
	return Number(value) / SCALE[figure.format as keyof typeof SCALE];
}

/** How much a figure rose or fell against what is beside it; null where either is missing or nothing moved. */
export function changeOf(line: Line, figure: Figure): number | null {
	const [now, before] = [figureOf(line.now, figure), figureOf(line.before, figure)];
	return typeof now === 'number' && typeof before === 'number' && now !== before ? now - before : null;
}

/** The figure with the ninetieth per cent of a median. */
export const late = (figure: Figure): Figure[] => (figure.ninety ? [{ ...figure, id: figure.ninety }] : []);

const SCALE = {
	count: 1,
	days: 1,
	yuan: 1000,
	thousandths: 1000,
	about: 1000,
	mean: 1000,
	hours: 3600,
	share: 1
};

/** Where a share lies with 95 % certainty, by Wilson's score interval; null without a whole. */
export function interval(row: Row | null, figure: Figure): [low: number, high: number] | null {
	if (!row || figure.format !== 'share' || !figure.of || figure.amounts) return null;
	const [k, n] = figure.of.map((id) => Number(row[id] ?? 0)) as [number, number];
	return wilson(k, n);
}

/** A column, or a dimension or key, and the value that picks rows by it. */
type Picked = [id: string, value: Row[string] | undefined];

/** The rows behind a row of a section in its slot: those with the same value in its dimension, or in each of its keys; a section without any is an error. */
export function behindQuery(section: Section, shown: Shown, dimension: string | null, row: Row): string {
	const { behind } = section;
	if (!behind) throw new Error(`${section.id} has no rows behind it`);
	const { of = 'months', by = {} } = behind;
	const slot = row['slot'] === 'before' ? 'before' : 'now';
	const picked: Picked[] =
		of === 'record'
			? ['source_file', 'source_record'].map((id) => [id, row[id]])
			: [...pickedBy(section, dimension, row), ...narrowed(section, shown, slot)];
	const conditions = [
		...(of === 'months' ? [`month in (${shown[slot].map(literal).join(', ')})`] : []),
		...(of === 'slot' ? [`slot = ${literal(slot)}`] : []),
		...picked.map(([id, value]) => {
			const column = by[id] ?? `"${id}"`;
			return value === null || value === undefined
				? `${column} is null`
				: `${column} = ${literal(String(value))}`;
		}),
		...(behind.where ? [behind.where] : [])
	];
	return `select ${columnsSql(behind).join(', ')}, source_file, source_record, source_line from ${behind.from}
		where ${conditions.join(' and ')} order by source_file, source_record`;
}

/** What a row of a section says of the rows behind it: its value, within its branch where it is a building's, or each of its keys. */
function pickedBy({ keys = [], behind }: Section, dimension: string | null, row: Row): Picked[] {
	const within = row['within'] ?? null;
	if (dimension === 'all') return [];
	if (dimension !== null)
		return [[dimension, row['value']], ...(within === null ? [] : [['branch', within] as Picked])];
	const told = new Set([...keys.map(({ id }) => id), ...Object.keys(behind?.by ?? {})]);
	return [...told].filter((id) => id in row).map((id) => [id, row[id]]);
}

/** What the page shows alone of a section: a branch, a stage of tickets, a kind of logs. */
function narrowed(section: Section, shown: Shown, slot: 'now' | 'before'): Picked[] {
	const { branch = null, stages, kind = null } = shown;
	const knows = (id: string): boolean =>
		section.by?.includes(id) === true || id in (section.behind?.by ?? {});
	const stage = stages?.[slot] ?? null;
	return [
		...(branch !== null && !section.whole ? [['branch', branch] as Picked] : []),
		...(stage !== null && knows('stage') ? [['stage', stage] as Picked] : []),
		...(kind !== null && section.behind?.dataset === 'logs' && knows('kind')
			? [['kind', kind] as Picked]
			: [])
	];
}

/** The figures of a table that say something: columns that no row fills don't, nor a mean by person of one person each. */
export const figuresSaying = ({ figures }: Section, dimension: string | null, rows: Row[]): Figure[] =>
	figures.filter((figure) => {
		if (figure.id === 'per_person' && dimension === 'person') return false;
		const other = figures.find(({ id }) => id === figure.beside);
		if (other && rows.every((row) => figureOf(row, figure) === figureOf(row, other))) return false;
		if (figure.rare) return rows.some((row) => Number(figureOf(row, figure) ?? 0) !== 0);
		return figure.format === 'count' || rows.some((row) => figureOf(row, figure) !== null);
	});
