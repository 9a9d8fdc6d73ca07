import { survey, type Asked, type Surveyed } from '../src/lib/engine/survey';
import { datasetOf, DATASETS } from '../src/lib/intake/dataset';
import { TEXT_ENCODINGS } from '../src/lib/intake/encodings';
import { headerName } from '../src/lib/intake/header';
import { noteOffset, scalePoints, unitRatio } from '../src/lib/intake/units';
import type { ByteSource } from '../src/lib/intake/source';
import type { Understanding } from '../src/lib/intake/understand';
import { layoutSignature, type Layout } from '../src/lib/intake/layout';
import { STATUTORY } from '../src/lib/calendar/workdays';

/** What `--set FILE:field=value` says: a value for all records of a file, its encoding, a column's unit (`field.unit`), or the column that stands for a field (`=@header`). */
export interface Setting {
	text: string;
	file: string;
	field: string;
	value: string;
	used: boolean;
}

const SHAPE = /^(.+):([a-z_]+(?:\.unit)?)=(.*)$/s;

/** Reads a `--set`; null where it isn't of that form or names no field of any data set. */
export function settingOf(text: string): Setting | null {
	const parts = SHAPE.exec(text);
	if (!parts) return null;
	const [, file, field, value] = parts as unknown as [string, string, string, string];
	const column = field.replace(/\.unit$/, '');
	const known = field === 'encoding' || DATASETS.some((d) => d.columns.some((c) => c.column === column));
	if (field.endsWith('.unit') && !isUnit(value)) return null;
	if (!known || (field === 'encoding' && !TEXT_ENCODINGS.some((e) => e === value))) return null;
	return { text, file, field, value, used: false };
}

/** Whether any family, scale or zone knows a unit. */
const isUnit = (unit: string): boolean =>
	scalePoints(unit) !== null ||
	noteOffset(unit) !== null ||
	(['amount', 'duration', 'days', 'score', 'percent', 'count'] as const).some(
		(family) => unitRatio(family, unit) !== null
	);

const names = (setting: Setting, path: string): boolean =>
	setting.file === path || setting.file === path.slice(path.lastIndexOf('/') + 1);

/** Surveys a file by the settings that name it. */
export async function surveyWith(
	source: ByteSource,
	settings: Setting[],
	month: string | null
): Promise<Surveyed> {
	const own = settings.filter((s) => names(s, source.path) || s.file.startsWith(`${source.path}#`));
	if (own.length === 0) return survey(source);
	const encoding = own.find((s) => s.field === 'encoding');
	const given = own.filter((s) => isGiven(s) && s.value !== 'workdays');
	const asked: Asked = {
		...(encoding && { encoding: encoding.value }),
		given: Object.fromEntries(given.map((s) => [s.field, s.value]))
	};
	let found = await survey(source, asked);
	for (const setting of own.filter((s) => s.value === 'workdays')) {
		const implied = found.tables.map(({ how }) => (how.mapping ?? how.guess)?.implied['month']).find(Boolean);
		const days = workdaysIn(implied ?? month);
		if (days === null) continue;
		setting.used = true;
		asked.given = { ...asked.given, [setting.field]: days };
		found = await survey(source, asked);
	}
	const layouts = new Map(
		found.tables.flatMap(({ how }) => {
			const layout = layoutBy(how, own);
			return layout ? [[layoutSignature(how.header), layout] as const] : [];
		})
	);
	if (layouts.size > 0) found = await survey(source, { ...asked, layouts });
	markUsed(found, own);
	return found;
}

const isGiven = ({ field, value }: Setting): boolean =>
	field !== 'encoding' && !field.endsWith('.unit') && !value.startsWith('@');

/** The working days of a month by the statutory calendar, as text; null where the month or its year isn't known. */
function workdaysIn(month: string | null | undefined): string | null {
	if (!month || !STATUTORY.knowsYear(month.slice(0, 4))) return null;
	const days = STATUTORY.table().filter(([day, , works]) => day.startsWith(month) && works);
	return String(days.length);
}

/** A layout with the columns and units that settings choose; null where none does. */
function layoutBy(how: Understanding, settings: Setting[]): Layout | null {
	const mapping = how.mapping ?? how.guess;
	const chosen = settings.filter((s) => s.value.startsWith('@') || s.field.endsWith('.unit'));
	if (!mapping || chosen.length === 0) return null;
	// what only the user can say isn't settled by another setting
	const asked = new Set(how.asks.filter((a) => a.kind === 'ambiguous').map((a) => a.column));
	const places: Record<string, number> = Object.fromEntries(
		Object.entries(mapping.columns).filter(([column]) => !asked.has(column))
	);
	const units: Record<string, string> = {};
	for (const setting of chosen) {
		const column = setting.field.replace(/\.unit$/, '');
		if (setting.field.endsWith('.unit')) units[column] = setting.value;
		else {
			const wanted = headerName(setting.value.slice(1)).exact;
			const at = how.header.findIndex((h) => headerName(h).exact === wanted);
			if (at < 0) continue;
			places[column] = at;
		}
		if (datasetOf(mapping.dataset).columns.some((c) => c.column === column)) setting.used = true;
	}
	const columns = Object.fromEntries(Object.entries(places).map(([c, at]) => [c, how.header[at]!.trim()]));
	return { dataset: mapping.dataset, columns, places, units };
}

/** Notes the settings that a table of the file has a place for. */
function markUsed({ kind, tables }: Surveyed, settings: Setting[]): void {
	for (const setting of settings) {
		if (setting.field === 'encoding') setting.used ||= kind !== '';
		if (!isGiven(setting)) continue;
		const datasets = tables.map(({ how }) => (how.mapping ?? how.guess)?.dataset ?? null);
		setting.used ||= datasets.some(
			(d) => d !== null && datasetOf(d).columns.some((c) => c.column === setting.field)
		);
	}
}
