import { beginsOddly } from './plain';
import { BATCH_ROWS, type BatchColumn } from './batch';

/** Collects one column of a batch; a row that is written again replaces what stood there. */
export abstract class Builder {
	protected valid = new Uint8Array(BATCH_ROWS / 8);
	constructor(readonly name: string) {}

	protected mark(row: number): void {
		this.valid[row >> 3]! |= 1 << (row & 7);
	}

	setNull(row: number): void {
		this.valid[row >> 3]! &= ~(1 << (row & 7));
	}

	/** The first `rows` rows; the builder begins anew. */
	take(rows: number): BatchColumn {
		const column = this.cut(rows);
		this.valid = new Uint8Array(BATCH_ROWS / 8);
		return column;
	}

	protected abstract cut(rows: number): BatchColumn;
}

/** 1 for bytes that may belong to a mark that nobody sees. */
const ODD = Uint8Array.from({ length: 256 }, (_, c) => (beginsOddly(c) && c !== 39 && c !== 61 ? 1 : 0));

/** UTF-8 text. */
export class TextBuilder extends Builder {
	private offsets = new Int32Array(BATCH_ROWS + 1);
	private data = new Uint8Array(BATCH_ROWS * 16);

	/** Sets a row; true where a byte of it may belong to a mark that nobody sees. */
	set(row: number, bytes: Uint8Array, start: number, end: number): boolean {
		let at = this.offsets[row]!;
		let odd = 0;
		if (at + end - start > this.data.length) this.widen(at + end - start);
		const { data } = this;
		if (end - start > 48) {
			data.set(bytes.subarray(start, end), at);
			at += end - start;
			odd = 1;
		} else
			for (let i = start; i < end; i++) {
				const c = bytes[i]!;
				odd |= ODD[c]!;
				data[at++] = c;
			}
		this.offsets[row + 1] = at;
		this.mark(row);
		return odd !== 0;
	}

	override setNull(row: number): void {
		this.offsets[row + 1] = this.offsets[row]!;
		super.setNull(row);
	}

	private widen(needed: number): void {
		const wider = new Uint8Array(Math.max(this.data.length * 2, needed));
		wider.set(this.data);
		this.data = wider;
	}

	protected cut(rows: number): BatchColumn {
		const { name, valid, offsets, data } = this;
		this.offsets = new Int32Array(BATCH_ROWS + 1);
		this.data = new Uint8Array(data.length);
		return {
			name,
			kind: 'text',
			valid,
			offsets: offsets.slice(0, rows + 1),
			data: data.slice(0, offsets[rows])
		};
	}
}

/** Words of a short list, as codes. */
export class WordBuilder extends Builder {
	private codes = new Int32Array(BATCH_ROWS);

	constructor(
		name: string,
		private readonly words: () => (string | null)[]
	) {
		super(name);
	}

	set(row: number, code: number): void {
		this.codes[row] = code;
		this.mark(row);
	}

	protected cut(rows: number): BatchColumn {
		const codes = this.codes.slice(0, rows);
		return { name: this.name, kind: 'word', valid: this.valid, codes, words: this.words() };
	}
}

/** Wall-clock times, seconds since 1970. */
export class TimeBuilder extends Builder {
	private halves = new Int32Array(BATCH_ROWS * 2);

	set(row: number, seconds: number): void {
		this.halves[row * 2] = seconds | 0;
		this.halves[row * 2 + 1] = Math.floor(seconds / 2 ** 32);
		this.mark(row);
	}

	protected cut(rows: number): BatchColumn {
		const seconds = new BigInt64Array(this.halves.slice(0, rows * 2).buffer);
		return { name: this.name, kind: 'time', valid: this.valid, seconds };
	}
}

/** Dates (days since 1970) or whole numbers. */
export class IntBuilder extends Builder {
	private values = new Int32Array(BATCH_ROWS);

	constructor(
		name: string,
		private readonly kind: 'date' | 'int'
	) {
		super(name);
	}

	set(row: number, value: number): void {
		this.values[row] = value;
		this.mark(row);
	}

	protected cut(rows: number): BatchColumn {
		const values = this.values.slice(0, rows);
		const { name, valid, kind } = this;
		return kind === 'date' ? { name, kind, valid, days: values } : { name, kind, valid, values };
	}
}

/** Decimals, in units of 10^-`decimals`. */
export class DecimalBuilder extends Builder {
	private values = new BigInt64Array(BATCH_ROWS);

	constructor(
		name: string,
		private readonly decimals: number
	) {
		super(name);
	}

	set(row: number, units: bigint): void {
		this.values[row] = units;
		this.mark(row);
	}

	protected cut(rows: number): BatchColumn {
		const units = this.values.slice(0, rows);
		return { name: this.name, kind: 'decimal', valid: this.valid, decimals: this.decimals, units };
	}
}
