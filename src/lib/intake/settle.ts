import { listPlaces } from './answers';
import { complete } from './header';
import { nearest } from './recognise';
import { datasetOf } from './dataset';
import { type EncodingFound } from './encoding';
import { plain } from './plain';
import { settleRivals } from './rivals';
import type { ByteSource } from './source';
import { lowMarks } from './marks';
import { loss, note, type Warning } from './warning';
import type { Ask, Understanding } from './understanding';
import { filled } from './header-rows';

/** Decides what the values decide, and lists what must be asked and what is good to know. */
export async function settled(
	how: Understanding,
	source: ByteSource,
	encoding: EncodingFound
): Promise<Understanding> {
	const { mapping, header } = how;
	if (!mapping) return { ...how, warnings: [...how.warnings, ...unknownWarnings(how)] };
	const dataset = datasetOf(mapping.dataset);
	const columns = { ...mapping.columns };
	const asks: Ask[] = mapping.strange.map(({ column, unit }) => ({ kind: 'unit', column, said: [unit] }));
	const warnings = [...how.warnings];
	if (mapping.rivals.length > 0) {
		const first = how.headerAt + how.headerRecords;
		const found = await settleRivals(source, encoding, { ...how, first }, mapping);
		for (const { column, places } of mapping.rivals) {
			const said = places.map((at) => header[at]!.trim());
			const { at, same } = found.get(column)!;
			if (at === null) asks.push({ kind: 'ambiguous', column, said });
			else {
				columns[column] = at;
				if (!same) warnings.push(note('ambiguous_header', column, said.join('|')));
				else if (new Set(said).size === 1) warnings.push(note('duplicate_header', said[0]!));
			}
		}
	}
	asks.push(
		...(await lowMarks(source, encoding, how)).map((column): Ask => ({ kind: 'unit', column, said: ['≤10'] }))
	);
	for (const { kind, column, said } of asks)
		warnings.push(loss(kind === 'unit' ? 'unknown_unit' : 'ambiguous_header', column, said.join('|')));
	const again = complete(dataset, columns, header, mapping.implied, mapping.units);
	const missing = dataset.columns.filter(
		(c) => c.needed && !(c.column in columns) && !(c.column in again.implied)
	);
	if (standsBeside(header)) warnings.push(loss('unread_table', String(how.headerAt + 1)));
	warnings.push(
		...missing.map((c) => (c.needed === 'always' ? loss : note)('missing_column', c.column)),
		...(listPlaces(header) ? [] : again.unknown).map((h) => note('unknown_column', h.trim())),
		...(header.length > 500 ? [note('wide', '', String(header.length), header.length)] : [])
	);
	return { ...how, asks, warnings, mapping: { ...again, rivals: mapping.rivals, strange: mapping.strange } };
}

/** Whether another table stands beside: an empty header, and behind it names of a data set. */
function standsBeside(header: string[]): boolean {
	const gap = header.findIndex((cell, i) => i > 0 && plain(cell) === '' && filled(header.slice(i)) > 1);
	return gap > 0 && filled(header.slice(0, gap)) > 1 && nearest(header.slice(gap)) !== null;
}

/** What lacks in the likeliest data set of a file that isn't known. */
function unknownWarnings({ guess }: Understanding): Warning[] {
	return [loss('unknown_dataset', guess?.dataset ?? '', guess?.missing.join('|') ?? '')];
}
