import { datasetOf, type Column } from './dataset';
import { utf8Pieces, type EncodingFound } from './encoding';
import type { Mapping } from './header';
import { plain } from './plain';
import { cellText, Scanner, type RawRecord } from './scan';
import type { ByteSource } from './source';
import { isNone } from './values';

type Rival = Mapping['rivals'][number];

/** What decides between columns that fit one field. */
export interface Settled {
	/** The place that is taken, or null where the user must say. */
	at: number | null;
	/** True where the others say the same, or nothing. */
	same: boolean;
}

const MANY = 50_000;

/** Compares the columns that fit one field, record by record. */
class Comparison {
	private readonly filled: number[];
	private alike = true;
	/** For each other column what its values stand beside; null once one stands beside two. */
	private readonly pairs: (Map<string, string> | null)[];
	private readonly back: (Map<string, string> | null)[];

	constructor(readonly rival: Rival) {
		this.filled = rival.places.map(() => 0);
		this.pairs = rival.places.map(() => new Map());
		this.back = rival.places.map(() => new Map());
	}

	take(record: RawRecord): void {
		const cells = this.rival.places.map((at) => (at < record.count ? plain(cellText(record, at)) : ''));
		const values = cells.map((cell) => (isNone(cell) ? '' : cell));
		values.forEach((value, i) => {
			if (value !== '') this.filled[i]!++;
		});
		if (values.some((v) => v !== values[0])) this.alike = false;
		values.forEach((value, i) => {
			if (i === 0) return;
			this.pair(this.pairs, i, values[0]!, value);
			this.pair(this.back, i, value, values[0]!);
		});
	}

	private pair(maps: (Map<string, string> | null)[], i: number, from: string, to: string): void {
		const map = maps[i];
		if (!map) return;
		const known = map.get(from);
		if (known === undefined && map.size < MANY) map.set(from, to);
		else if (known !== to) maps[i] = null;
	}

	/** Whether another column only names the same things otherwise: one to one, and no word of the one is one of the other. */
	private renames(i: number): boolean {
		const [pairs, back] = [this.pairs[i], this.back[i]];
		return !!pairs && !!back && [...pairs].every(([from, to]) => from === to || !back.has(from));
	}

	settle(column: Column, header: string[]): Settled {
		const { places } = this.rival;
		const held = places.filter((_, i) => this.filled[i]! > 0);
		if (held.length <= 1) return { at: held[0] ?? places[0]!, same: true };
		if (this.alike) return { at: places[0]!, same: true };
		const oneToOne = places.every((_, i) => i === 0 || this.renames(i));
		if (oneToOne && ['branch', 'person'].includes(column.type)) {
			const codes = places.filter((at) => /编号|编码|代码|工号|id|code/i.test(header[at]!));
			// a name beside its code; two names are two people
			if (codes.length === 1) return { at: codes[0]!, same: true };
		}
		// what no score reads changes none
		if ((column.type === 'text' && !column.needed && !column.required) || column.lenient)
			return { at: held[0]!, same: false };
		return { at: null, same: false };
	}
}

/** Decides by the whole file's values which of several columns stands for a field. */
export async function settleRivals(
	source: ByteSource,
	encoding: EncodingFound,
	cut: { delimiter: string; quote: string; first: number; header: string[] },
	mapping: Mapping
): Promise<Map<string, Settled>> {
	const comparisons = mapping.rivals.map((rival) => new Comparison(rival));
	let index = 0;
	const scanner = new Scanner(cut.delimiter.charCodeAt(0), cut.quote.charCodeAt(0), (record) => {
		if (index++ >= cut.first && !record.fault && record.count > 1) comparisons.forEach((c) => c.take(record));
	});
	for await (const piece of utf8Pieces(source, encoding)) scanner.push(piece.bytes);
	scanner.end();
	const columns = datasetOf(mapping.dataset).columns;
	return new Map(
		comparisons.map((c) => [
			c.rival.column,
			c.settle(
				columns.find(({ column }) => column === c.rival.column)!,
				cut.header
			)
		])
	);
}
