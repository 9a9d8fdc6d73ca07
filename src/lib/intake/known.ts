import { complete, mapHeaders, type Given, type Mapping } from './header';
import { recognise } from './recognise';
import { DATASETS, datasetOf } from './dataset';
import { layoutSignature, type Layout } from './layout';
import { type Title } from './title';
import type { KnownOfFile } from './understanding';

/** How many columns a mapping knows. */
export const columnsOf = (mapping: Mapping | null): number => Object.keys(mapping?.columns ?? {}).length;

/** The data set of a header, with the values that the title or the user gives; whichever way knows more columns. */
export function known(header: string[], { layouts, given }: KnownOfFile, title: Title): Mapping | null {
	const own = remembered(header, layouts, { ...title.given, ...given });
	// a layout whose values were given for another file alone must be asked about again
	if (own?.missing.length === 0) return own;
	const alone = recognise(header, given);
	const titled = Object.keys(title.given).length > 0 ? recognise(header, { ...title.given, ...given }) : null;
	const lacks = titled && !mapHeaders(datasetOf(titled.dataset), header, given).columns['month'];
	return titled && lacks && columnsOf(titled) >= columnsOf(alone) ? titled : alone;
}

/** The mapping that a user once gave this layout. */
function remembered(header: string[], layouts: ReadonlyMap<string, Layout>, given: Given): Mapping | null {
	const layout = layouts.get(layoutSignature(header));
	const dataset = DATASETS.find((d) => d.dataset === layout?.dataset);
	if (!layout || !dataset) return null;
	const columns: Record<string, number> = {};
	for (const [column, name] of Object.entries(layout.columns)) {
		const place = layout.places?.[column] ?? -1;
		const at = header[place]?.trim() === name ? place : header.findIndex((h) => h.trim() === name);
		if (at >= 0) columns[column] = at;
	}
	const own = Object.fromEntries(
		Object.entries(given).filter(
			([c]) => !(c in columns) && dataset.columns.some(({ column }) => column === c)
		)
	);
	return complete(dataset, columns, header, own, layout.units);
}
