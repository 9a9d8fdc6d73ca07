import { survey, type Surveyed } from '../src/lib/intake/survey';
import { datasetOf, DATASETS } from '../src/lib/intake/dataset';
import { TEXT_ENCODINGS } from '../src/lib/intake/encodings';
import { type Given } from '../src/lib/intake/header';
import { headerName } from '../src/lib/intake/header-name';
import { noteOffset, scalePoints, unitRatio } from '../src/lib/intake/units';
import type { ByteSource } from '../src/lib/intake/source';
import type { Understanding } from '../src/lib/intake/understanding';
import { layoutSignature, type Layout } from '../src/lib/intake/layout';
import { STATUTORY } from '../src/lib/calendar/workdays';

/** What `--set FILE:field=value` says: a value for all records of a file, its encoding, a column's unit (`field.unit`), or the column that stands for a field (`=@header`, `=@header#2` for the second of that name). */
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

/** Whether a setting is of a file or of that sheet of it (`book.xlsx#sheet`), by its path or its name alone. */
const names = ({ file }: Setting, path: string, sheet: string | null): boolean =>
	[path, path.slice(path.lastIndexOf('/') + 1)].some(
		(name) => file === name || (sheet !== null && file === `${name}#${sheet}`)
	);

/** Whether any setting is of a file or of a sheet of it. */
export const isNamed = (settings: Setting[], path: string): boolean => settingsOf(settings, path).length > 0;

/** The settings of a file and of its sheets. */
function settingsOf(settings: Setting[], path: string): Setting[] {
	const name = path.slice(path.lastIndexOf('/') + 1);
	return settings.filter(
		(s) => names(s, path, null) || s.file.startsWith(`${path}#`) || s.file.startsWith(`${name}#`)
	);
}

/** Surveys a file by the settings that name it or a sheet of it. */
export async function surveyWith(
	source: ByteSource,
	settings: Setting[],
	month: string | null
): Promise<Surveyed> {
	const { path } = source;
	const own = settingsOf(settings, path);
	if (own.length === 0) return survey(source);
	const of = (sheet: string | null): Setting[] => own.filter((s) => names(s, path, sheet));
	const encoding = own.find((s) => s.field === 'encoding');
	const said = encoding && { encoding: encoding.value };
	const plainly = (sheet: string | null): Given =>
		Object.fromEntries(
			of(sheet)
				.filter((s) => isGiven(s) && s.value !== 'workdays')
				.map((s) => [s.field, s.value])
		);
	let given = plainly;
	const find = (layouts?: Map<string | null, Layout & { signature: string }>): Promise<Surveyed> =>
		survey(source, {
			...said,
			bySheet: (sheet) => {
				const layout = layouts?.get(sheet);
				return {
					given: given(sheet),
					...(layout && { layouts: new Map([[layout.signature, layout]]) })
				};
			}
		});
	let found = await find();
	if (own.some((s) => s.value === 'workdays')) {
		const days = new Map(
			found.tables.map(({ sheet, how }) => [
				sheet,
				workdaysIn((how.mapping ?? how.guess)?.implied['month'] ?? month)
			])
		);
		given = (sheet) => {
			const worked = days.get(sheet) ?? null;
			const fields = worked === null ? [] : of(sheet).filter((s) => s.value === 'workdays');
			for (const setting of fields) setting.used = true;
			return { ...plainly(sheet), ...Object.fromEntries(fields.map((s) => [s.field, worked!])) };
		};
		found = await find();
	}
	const layouts = new Map(
		found.tables.flatMap(({ sheet, how }) => {
			const layout = layoutBy(how, of(sheet));
			return layout ? [[sheet, layout] as const] : [];
		})
	);
	if (layouts.size > 0) found = await find(layouts);
	for (const { sheet, how } of found.tables) markUsed(found.kind !== '', how, of(sheet));
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

/** Where a header stands; of several of one name the nth is `name#n`; -1 where there is none. */
function placeOf(name: string, header: string[]): number {
	const places = (wanted: string): number[] =>
		header.flatMap((h, i) => (headerName(h).exact === headerName(wanted).exact ? [i] : []));
	const [, bare, nth] = /^(.+)#(\d+)$/.exec(name) ?? [];
	return places(name)[0] ?? places(bare ?? '')[Number(nth) - 1] ?? -1;
}

/** A layout with the columns and units that settings choose; null where none does. */
function layoutBy(how: Understanding, settings: Setting[]): (Layout & { signature: string }) | null {
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
			const at = placeOf(setting.value.slice(1), how.header);
			if (at < 0) continue;
			places[column] = at;
		}
		if (datasetOf(mapping.dataset).columns.some((c) => c.column === column)) setting.used = true;
	}
	const columns = Object.fromEntries(Object.entries(places).map(([c, at]) => [c, how.header[at]!.trim()]));
	return { dataset: mapping.dataset, columns, places, units, signature: layoutSignature(how.header) };
}

/** Notes the settings that a table of a file has a place for. */
function markUsed(isRead: boolean, how: Understanding, settings: Setting[]): void {
	const dataset = (how.mapping ?? how.guess)?.dataset;
	const columns = dataset === undefined ? [] : datasetOf(dataset).columns;
	for (const setting of settings) {
		if (setting.field === 'encoding') setting.used ||= isRead;
		if (isGiven(setting)) setting.used ||= columns.some((c) => c.column === setting.field);
	}
}
