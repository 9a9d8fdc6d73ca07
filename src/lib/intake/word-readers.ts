import type { Column } from './dataset';
import { WordBuilder } from './builders';
import { Lexicon } from './lexicon';
import { plain } from './plain';
import type { RejectCode } from './reject';
import * as values from './values';
import type { Reader } from './reader';

/** Reads branches and people by code or name where there is a register, and as they stand where there is none. */
export function nameReader({ column }: Column, codes: Map<string, string> | null, fault: RejectCode): Reader {
	const known = new Lexicon((said): string | RejectFault => {
		const name = plain(said);
		// a sum's word in a merged row is nobody
		if (SUMS.has(name)) return { fault };
		const code = codes?.get(name) ?? codes?.get(values.wholeId(name));
		if (code !== undefined) return code;
		if (values.isDamagedId(name)) return { fault: 'damaged_id' };
		return codes ? { fault } : values.wholeId(name);
	});
	const builder = new WordBuilder(column, () => known.entries.map((e) => (typeof e === 'string' ? e : null)));
	return {
		builders: [builder],
		folds: true,
		read(row, bytes, start, end) {
			const entry = known.find(bytes, start, end);
			const found = known.entries[entry]!;
			if (typeof found !== 'string') return found.fault;
			builder.set(row, entry);
			return null;
		}
	};
}

const SUMS = new Set(['合计', '小计', '总计', '共计', '累计']);

interface RejectFault {
	fault: RejectCode;
}

/** A word that the vocabulary lacks rejects its record, unless the column is a label that may say anything. */
export function wordReader(
	{ column }: Column,
	lookup: (word: string) => string | null,
	open = false
): Reader {
	const known = new Lexicon((said) => {
		const word = plain(said);
		return { word, value: lookup(word) };
	});
	const value = new WordBuilder(column, () => known.entries.map((e) => e.value));
	const source = new WordBuilder(`${column}_text`, () => known.entries.map((e) => e.word));
	return {
		builders: [value, source],
		folds: true,
		meaning: lookup,
		read(row, bytes, start, end) {
			const entry = known.find(bytes, start, end);
			if (known.entries[entry]!.value !== null) value.set(row, entry);
			else if (open) value.setNull(row);
			else return 'unknown_value';
			source.set(row, entry);
			return null;
		}
	};
}

/** Reads months, from the column's earliest on. */
export function monthReader({ column, earliest = '' }: Column): Reader {
	const known = new Lexicon((said) => values.parseMonth(plain(said)));
	const builder = new WordBuilder(column, () => known.entries.slice());
	return {
		builders: [builder],
		folds: true,
		read(row, bytes, start, end) {
			const entry = known.find(bytes, start, end);
			const month = known.entries[entry] ?? null;
			if (month === null) return 'date';
			if (month < earliest.slice(0, 7)) return 'range';
			builder.set(row, entry);
			return null;
		}
	};
}
