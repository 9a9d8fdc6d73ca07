const LF = 10;
const CR = 13;
const MAX_RECORD = 1 << 20;

/** One record of a delimited text: cell `i` is `bytes[starts[i]..ends[i])`, valid only during the call that hands it over. */
export interface RawRecord {
	bytes: Uint8Array;
	starts: Int32Array;
	ends: Int32Array;
	/** 1 where the cell holds doubled quotes that must be halved. */
	escaped: Uint8Array;
	count: number;
	/** Physical line of the file where the record begins, from 1. */
	line: number;
	/** Why the record is no row of cells: an unclosed quote, text after a closing quote, or more than 1 MiB in one record. */
	fault: 'quote' | 'long' | null;
}

/** Cuts a stream of UTF-8 bytes into records (RFC 4180 quotes; CR, LF or CRLF), and confines a stray quote to its own line. */
export class Scanner {
	line = 1;
	private carry: Uint8Array = new Uint8Array(0);
	private skipping = false;
	private readonly record: RawRecord;

	constructor(
		private readonly delimiter: number,
		private readonly quote: number,
		private readonly take: (record: RawRecord) => void
	) {
		this.record = {
			bytes: this.carry,
			starts: new Int32Array(64),
			ends: new Int32Array(64),
			escaped: new Uint8Array(64),
			count: 0,
			line: 1,
			fault: null
		};
	}

	/** True when the next byte pushed begins a record. */
	get atBoundary(): boolean {
		return this.carry.length === 0 && !this.skipping;
	}

	/** Takes the next bytes of the text, in any split. */
	push(chunk: Uint8Array): void {
		this.run(chunk, false);
	}

	/** Takes the end of the text: a last record without a newline is handed over too. */
	end(): void {
		this.run(new Uint8Array(0), true);
		if (this.skipping) this.line++;
	}

	private run(chunk: Uint8Array, final: boolean): void {
		let bytes = chunk;
		if (this.carry.length > 0) {
			bytes = new Uint8Array(this.carry.length + chunk.length);
			bytes.set(this.carry);
			bytes.set(chunk, this.carry.length);
		}
		let at = 0;
		while (at < bytes.length) {
			if (this.skipping) {
				const next = this.skipLine(bytes, at, final);
				if (next === at) break;
				at = next;
				continue;
			}
			const next = this.scanRecord(bytes, at, final);
			if (next < 0) {
				const left = bytes.length - at - (bytes.at(-1) === CR ? 1 : 0);
				if (left <= MAX_RECORD && !final) break;
				at = this.spoil(bytes, at, final);
				continue;
			}
			at = next;
		}
		this.carry = bytes.slice(at);
	}

	/** Returns the offset after the record, or -1 when its end isn't in sight. */
	private scanRecord(bytes: Uint8Array, from: number, final: boolean): number {
		const { record, delimiter, quote } = this;
		const to = bytes.length;
		let at = from;
		let count = 0;
		let newlines = 0;
		for (;;) {
			if (count === record.starts.length) this.grow();
			let c: number;
			if (bytes[at] === quote) {
				const start = ++at;
				let escaped = 0;
				for (;;) {
					while (at < to && (c = bytes[at]!) !== quote) {
						if (c === LF || (c === CR && bytes[at + 1] !== LF)) newlines++;
						at++;
					}
					if (at >= to || (at + 1 >= to && !final)) return -1;
					if (bytes[at + 1] !== quote) break;
					escaped = 1;
					at += 2;
				}
				record.starts[count] = start;
				record.ends[count] = at;
				record.escaped[count++] = escaped;
				at++;
				c = bytes[at] ?? LF;
				if (c !== delimiter && c !== LF && c !== CR) {
					const end = lineEnd(bytes, from);
					if (!final && (end === to || (end === to - 1 && bytes[end] === CR))) return -1;
					return this.spoil(bytes, from, final);
				}
			} else {
				const start = at;
				while (at < to && (c = bytes[at]!) !== delimiter && c !== LF && c !== CR) at++;
				if (at >= to && !final) return -1;
				record.starts[count] = start;
				record.ends[count] = at;
				record.escaped[count++] = 0;
				c = bytes[at] ?? LF;
			}
			if (c === delimiter) {
				at++;
				continue;
			}
			if (c === CR && at + 1 >= to && !final) return -1;
			// however the text came, such a record is none
			if (at - from > MAX_RECORD) return this.spoil(bytes, from, final);
			at += c === CR && bytes[at + 1] === LF ? 2 : 1;
			record.bytes = bytes;
			record.count = count;
			record.line = this.line;
			record.fault = null;
			this.line += newlines + 1;
			this.take(record);
			return Math.min(at, to);
		}
	}

	/** Hands over the line at `from` as one faulty cell and returns the offset of the next line. */
	private spoil(bytes: Uint8Array, from: number, final: boolean): number {
		const end = lineEnd(bytes, from);
		// behind a CR at the very end its LF may come yet
		const whole = end < bytes.length && (final || bytes[end] === LF || end + 1 < bytes.length);
		const { record } = this;
		record.bytes = bytes;
		record.starts[0] = from;
		record.ends[0] = Math.min(end, from + 4096);
		record.escaped[0] = 0;
		record.count = 1;
		record.line = this.line;
		record.fault = end - from > MAX_RECORD ? 'long' : 'quote';
		if (!whole) {
			this.skipping = true;
			this.take(record);
			return end;
		}
		this.line++;
		this.take(record);
		return end + (bytes[end] === CR && bytes[end + 1] === LF ? 2 : 1);
	}

	private skipLine(bytes: Uint8Array, from: number, final: boolean): number {
		const at = lineEnd(bytes, from);
		if (at >= bytes.length) return at;
		if (bytes[at] === CR && at + 1 >= bytes.length && !final) return at;
		this.skipping = false;
		this.line++;
		return at + (bytes[at] === CR && bytes[at + 1] === LF ? 2 : 1);
	}

	private grow(): void {
		const wider = <T extends Int32Array | Uint8Array>(old: T, into: T): T => (into.set(old), into);
		const { record } = this;
		const size = record.starts.length * 2;
		record.starts = wider(record.starts, new Int32Array(size));
		record.ends = wider(record.ends, new Int32Array(size));
		record.escaped = wider(record.escaped, new Uint8Array(size));
	}
}

/** The offset of the first newline at or after `from`, or the length where there is none. */
function lineEnd(bytes: Uint8Array, from: number): number {
	let at = from;
	while (at < bytes.length && bytes[at] !== LF && bytes[at] !== CR) at++;
	return at;
}

const utf8 = new TextDecoder();

/** The text of cell `i`, quotes halved, as it stood in the file. */
export function cellText(record: RawRecord, i: number): string {
	const text = utf8.decode(record.bytes.subarray(record.starts[i], record.ends[i]));
	return record.escaped[i] ? text.replaceAll('""', '"') : text;
}

/** The texts of all cells. */
export const cellTexts = (record: RawRecord): string[] =>
	Array.from({ length: record.count }, (_, i) => cellText(record, i));
