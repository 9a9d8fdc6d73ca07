import type { Column } from './dataset';
import { noteOffset, scalePoints } from './units';
import { satisfactionLookup, wordLookup } from './vocabulary';
import type { Meaning, Reader } from './reader';
import { textReader, idReader } from './text-readers';
import { nameReader, wordReader, monthReader } from './word-readers';
import { numberReader } from './number-reader';
import { timeReader } from './time-reader';

/** The reader of a column's type, by the unit or scale that its header says; a cell arrives trimmed and is never empty. */
export function readerOf(
	column: Column,
	meaning: Meaning,
	unit?: string,
	legend: Record<string, string> = {}
): Reader {
	const reader = strictReader(column, meaning, unit, legend);
	return column.lenient ? leniently(reader) : reader;
}

/** Leaves empty what can't be understood. */
const leniently = (reader: Reader): Reader => ({
	...reader,
	read(row, bytes, start, end) {
		if (reader.read(row, bytes, start, end)) for (const builder of reader.builders) builder.setNull(row);
		return null;
	}
});

function strictReader(
	column: Column,
	meaning: Meaning,
	unit: string | undefined,
	legend: Record<string, string>
): Reader {
	const words = (list: string): ((word: string) => string | null) => {
		const lookup = wordLookup(meaning.vocabulary, list);
		return (word) => lookup(legend[word] ?? word);
	};
	switch (column.type) {
		case 'text':
			return column.code ? idReader(column, false) : textReader(column);
		case 'id':
			return idReader(column, true);
		case 'branch':
			return nameReader(column, meaning.directory.branches, 'unknown_branch');
		case 'person':
			return nameReader(column, meaning.directory.people, 'unknown_person');
		case 'word':
			return wordReader(column, words(column.words ?? ''));
		case 'label':
			return wordReader(column, words(column.words ?? ''), true);
		case 'satisfaction': {
			const scale = (unit === undefined ? null : scalePoints(unit)) ?? meaning.scale;
			const lookup = satisfactionLookup(meaning.vocabulary, scale);
			return wordReader(column, (word) => lookup(legend[word] ?? word));
		}
		case 'month':
			return monthReader(column);
		case 'date':
		case 'time':
			return timeReader(column, { zone: meaning.zone, offset: unit === undefined ? null : noteOffset(unit) });
		case 'number':
			return numberReader(column, unit);
	}
}
