import { textOf } from './cell';
import { plain } from './plain';
import type { Scale } from './reader';
import { loss, note, type Warning } from './warning';

/** A mark above five came where satisfaction was read as of five points. */
export class NeedsTenPointScale extends Error {}

const ABOVE_FIVE = /^(?:[6-9]|10)(?:\.0+)?\s*[星分]?$/;
/** Of so many marks one above five is more likely a slip than a scale of ten. */
const MANY_MARKS = 20;

/** Satisfaction told in numbers: how many marks there are, and how many of them no scale of five has. */
export class ScaleMarks {
	private all = 0;
	private aboveFive = 0;

	constructor(
		private readonly readBy: Scale,
		private readonly isStated: boolean
	) {}

	/** Sees a mark; throws NeedsTenPointScale where it shows that the whole file is of ten points and no header says otherwise. */
	see(bytes: Uint8Array, start: number, end: number): void {
		this.all++;
		const above = end - start === 1 ? bytes[start]! > 53 : ABOVE_FIVE.test(plain(textOf(bytes, start, end)));
		if (!above) return;
		this.aboveFive++;
		if (!this.isStated && this.readBy === 5) throw new NeedsTenPointScale();
	}

	private get isGuessed(): boolean {
		return this.all > 0 && !this.isStated;
	}

	/** The scale that the marks show by themselves; null where there are none or the header says it. */
	get scale(): Scale | null {
		return this.isGuessed ? (this.aboveFive > 0 ? 10 : 5) : null;
	}

	/** That a scale was told from the numbers; a loss where a few of many alone make it one of ten. */
	warnings(): Warning[] {
		if (!this.isGuessed) return [];
		const isDoubtful = this.readBy === 10 && this.all >= MANY_MARKS && this.aboveFive * MANY_MARKS < this.all;
		return [(isDoubtful ? loss : note)('guessed_scale', 'satisfaction', String(this.readBy), this.all)];
	}
}
