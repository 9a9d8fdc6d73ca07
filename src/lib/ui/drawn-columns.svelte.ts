import type { Attachment } from 'svelte/attachments';
import type { TableColumn } from './table';
import { Windowed } from './windowed.svelte';

/** Widths of columns as they were drawn: one doesn't narrow when other rows come in sight. */
class Widths {
	private widths = $state.raw(new Map<string, number>());

	/** `isKept` says whether widths are kept: only where not all rows are drawn. */
	constructor(private readonly isKept: () => boolean) {}

	/** The widest that a column was, in pixels. */
	of(column: string): number | undefined {
		return this.widths.get(column);
	}

	/** Follows a head, which carries `data-col`. */
	readonly head: Attachment<HTMLElement> = (element) => {
		this.heads.observe(element);
		return () => this.heads.unobserve(element);
	};

	private readonly heads = new ResizeObserver((entries) => {
		const wider = entries.flatMap(({ target, borderBoxSize }) => {
			const key = (target as HTMLElement).dataset['col']!;
			const width = Math.floor(borderBoxSize[0]!.inlineSize);
			return width > (this.widths.get(key) ?? 0) ? [[key, width] as const] : [];
		});
		if (this.isKept() && wider.length > 0) this.widths = new Map([...this.widths, ...wider]);
	});
}

/** Pixels of a column among so many that only those in sight are drawn. */
const NARROW = 116;
/** How many columns are drawn at most, and how many at the left are always. */
export const MANY = 40;
const FIXED = 2;

/** Which columns of a table are drawn, and how wide: beyond forty those in sight, and the first two. */
export class DrawnColumns<T> {
	private readonly widths;
	private readonly across;

	/** `isLong` says whether not all rows are drawn. */
	constructor(
		private readonly columns: () => TableColumn<T>[],
		private readonly isLong: () => boolean
	) {
		this.widths = new Widths(isLong);
		this.across = new Windowed({
			keys: () =>
				columns()
					.slice(FIXED)
					.map((c) => c.id),
			whole: () => columns().length <= MANY,
			guess: NARROW,
			across: true
		});
	}

	/** True where all are drawn. */
	get isWhole(): boolean {
		return this.across.isWhole;
	}
	/** Pixels left empty after the last. */
	get rest(): number {
		return this.across.rest;
	}
	/** Follows the scroller. */
	get scroller(): Attachment<HTMLElement> {
		return this.across.scroller;
	}

	/** The columns drawn, each with its place and the gap before it. */
	readonly drawn = $derived.by(() => {
		const all = this.columns();
		return [
			...all.slice(0, FIXED).map((column, at) => ({ column, at, gap: 0 })),
			...this.across.drawn.map(({ at, gap }) => ({ column: all[at + FIXED]!, at: at + FIXED, gap }))
		];
	});

	/** Measures a head. */
	get head(): Attachment<HTMLElement> {
		return this.widths.head;
	}
	/** What measures the head at a place among those that scroll. */
	itemAt(at: number): Attachment<HTMLElement> | undefined {
		return at < FIXED ? undefined : this.across.item;
	}

	/** The least width of a head at a place, in CSS; none where it is as wide as it is. */
	widthAt(at: number): string | undefined {
		if (!this.isWhole) return at < FIXED ? undefined : `${String(NARROW)}px`;
		const width = this.isLong() ? this.widths.of(this.columns()[at]!.id) : undefined;
		return width === undefined ? undefined : `${String(width)}px`;
	}
}
