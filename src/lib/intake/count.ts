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
		const { delimiter, quote } = this;
		let { quoted, closed, start, last, lines, records } = this;
		for (let i = 0; i < bytes.length; i++) {
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
