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

	/** 1 for the bytes that end or begin anything. */
	private readonly matters = new Uint8Array(256);

	constructor(
		private readonly delimiter: number,
		private readonly quote: number
	) {
		for (const c of [delimiter, quote, LF, CR]) this.matters[c] = 1;
	}

	push(bytes: Uint8Array): void {
		const { delimiter, quote, matters } = this;
		const size = bytes.length;
		let { quoted, closed, start, last, lines, records } = this;
		for (let i = 0; i < size; i++) {
			const c = bytes[i]!;
			if (matters[c] === 0) {
				// most bytes: they end nothing, and no cell begins behind them
				while (i + 1 < size && matters[bytes[i + 1]!] === 0) i++;
				last = c;
				start = closed = false;
				continue;
			}
			const second = c === LF && last === CR;
			last = c;
			const ends = (c === LF && !second) || c === CR;
			if (ends) lines++;
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
			if (ends) records++;
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
