import { DataType, type Table, type Utf8, type Vector } from 'apache-arrow';
import { Lexicon } from '../intake/lexicon';
import { plainValue, type Columns, type ResultColumn } from './columns';

/** A query's result column by column; 64-bit numbers become numbers where they are exact and text elsewhere. */
export function columnsOf(table: Table): Columns {
	const names = table.schema.fields.map((f) => f.name);
	return {
		names,
		rows: table.numRows,
		columns: names.map((_, i) => columnOf(table.getChildAt(i)!))
	};
}

const columnOf = (vector: Vector): ResultColumn =>
	isText(vector)
		? codesOf(vector)
		: { values: Array.from({ length: vector.length }, (_, i) => plainValue(vector.get(i))) };

const isText = (vector: Vector): vector is Vector<Utf8> => DataType.isUtf8(vector.type);

/** Text by its distinct words: most results say few words over and over, and making text of bytes is what takes time. */
function codesOf(vector: Vector<Utf8>): ResultColumn {
	const codes = new Int32Array(vector.length);
	const words = new Lexicon((text) => text);
	let row = 0;
	for (const data of vector.data) {
		const { values, valueOffsets, length } = data;
		for (let i = 0; i < length; i++)
			codes[row++] = data.getValid(i) ? words.find(values, valueOffsets[i]!, valueOffsets[i + 1]!) : -1;
	}
	return { codes, words: words.entries };
}
