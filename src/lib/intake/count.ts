const LF = 10;
const CR = 13;

/** Counts the physical lines and records of a delimited text on its own, to hold the scanner's figures against. */
export class Counter {
	lines = 0;
	records = 0;
	private quoted = false;
	private closed = false;
	private start = true;
	private last = LF;

	constructor(
		private readonly delimiter: number,
		private readonly quote: number
	) {}

	push(bytes: Uint8Array): void {
		for (let at = 0; at < bytes.length;) {
			const found = bytes.indexOf(this.quote, at);
			const end = this.closed ? at + 1 : found < 0 ? bytes.length : found + 1;
			const begin = this.quoted || this.closed ? at : at + bytes.subarray(at, end).lastIndexOf(LF) + 1;
			this.plain(bytes, at, begin);
			this.careful(bytes, begin, end);
			at = end;
		}
	}

	/** Whole lines without a quote: each newline ends a line and a record. */
	private plain(bytes: Uint8Array, from: number, to: number): void {
		if (from === to) return;
		if (this.last === CR || bytes.subarray(from, to).includes(CR)) return this.careful(bytes, from, to);
		let ends = 0;
		for (let at = bytes.indexOf(LF, from); at >= 0 && at < to; at = bytes.indexOf(LF, at + 1)) ends++;
		this.lines += ends;
		this.records += ends;
		this.last = LF;
		this.start = true;
	}

	private careful(bytes: Uint8Array, from: number, to: number): void {
		const { delimiter, quote } = this;
		let { quoted, closed, start, last, lines, records } = this;
		for (let i = from; i < to; i++) {
			const c = bytes[i]!;
			const second = c === LF && last === CR;
			last = c;
			if ((c === LF && !second) || c === CR) lines++;
			if (quoted) {
				if (c === quote) {
					quoted = false;
					closed = true;
				}
				continue;
			}
			if (c === quote && (start || closed)) {
				quoted = true;
				start = false;
				continue;
			}
			closed = false;
			start = c === delimiter || c === LF || c === CR;
			if ((c === LF && !second) || c === CR) records++;
		}
		Object.assign(this, { quoted, closed, start, last, lines, records });
	}

	/** Takes the end of the text: a last line without a newline counts. */
	end(): void {
		if (this.last === LF || this.last === CR) return;
		this.lines++;
		this.records++;
	}
}
