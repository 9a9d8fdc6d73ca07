import { flushSync } from 'svelte';
import type { Attachment } from 'svelte/attachments';
import { afterFrame } from './after-frame';
import { onPaper } from './paper';

/** Pixels that are drawn beyond either edge of what is in sight. */
const BESIDE = 400;

/** How many items are drawn in the first frame, about what is in sight; the others follow it. */
const FIRST = 24;
/** Pixels that each of the others is taken for meanwhile, more than it has: where the page is scrolled back to is there. */
const TALL = 240;

/** An item that is drawn, and the pixels left empty before it. */
export interface Drawn {
	at: number;
	gap: number;
}

/** The items between two edges, and the one that holds the focus, each with the gap to the one drawn before it; `rest` is the gap after the last. */
export function windowOf(
	sizes: number[],
	from: number,
	to: number,
	kept: number | null
): { drawn: Drawn[]; rest: number } {
	const drawn: Drawn[] = [];
	let gap = 0;
	let edge = 0;
	for (const [at, size] of sizes.entries()) {
		const inSight = edge + size > from && edge < to;
		if (inSight || at === kept) {
			drawn.push({ at, gap });
			gap = 0;
		} else gap += size;
		edge += size;
	}
	return { drawn, rest: gap };
}

interface Options {
	/** The name of each item, in order. */
	keys: () => string[];
	/** True where everything is drawn. */
	whole: () => boolean;
	/** Pixels an item takes until it is measured. */
	guess: number;
	/** True for columns, side by side. */
	across?: boolean;
}

/** Which items of a long list are drawn: those in sight of its scroller, and the one with the focus; all on paper. */
export class Windowed {
	private past = $state(0);
	private sight = $state(1000);
	private kept = $state<string | null>(null);
	private paper = $state(onPaper());
	private begun = $state(false);
	private measured = $state.raw(new Map<string, number>());
	/** The attribute that names an item. */
	private get name(): 'col' | 'row' {
		return this.options.across ? 'col' : 'row';
	}
	private readonly window = $derived.by(() => {
		const keys = this.options.keys();
		if (this.isWhole) {
			const now = this.begun || this.paper || this.options.across ? keys : keys.slice(0, FIRST);
			return { drawn: now.map((_, at) => ({ at, gap: 0 })), rest: (keys.length - now.length) * TALL };
		}
		const usual = this.measured.values().next().value ?? this.options.guess;
		const sizes = keys.map((key) => this.measured.get(key) ?? usual);
		const kept = this.kept === null ? null : keys.indexOf(this.kept);
		return windowOf(sizes, this.past - BESIDE, this.past + this.sight + BESIDE, kept);
	});

	constructor(private readonly options: Options) {}

	/** True where nothing is left out. */
	get isWhole(): boolean {
		return this.paper || this.options.whole();
	}

	get drawn(): Drawn[] {
		return this.window.drawn;
	}

	/** Pixels left empty after the last item. */
	get rest(): number {
		return this.window.rest;
	}

	/** Follows the scroller: how far it is scrolled, how much is in sight, where the focus is; an item carries `data-row`, a cell of a column `data-col`. */
	readonly scroller: Attachment<HTMLElement> = (element) => {
		const { across = false } = this.options;
		const look = (): void => {
			this.past = across ? element.scrollLeft : element.scrollTop;
			this.sight = across ? element.clientWidth : element.clientHeight;
		};
		const keep = (event: FocusEvent): void => {
			const item = (event.target as HTMLElement).closest<HTMLElement>(`[data-${this.name}]`);
			this.kept = item?.dataset[this.name] ?? null;
		};
		const paper = (is: boolean) => (): void => flushSync(() => void (this.paper = is));
		const [before, after] = [paper(true), paper(false)];
		const watch = new ResizeObserver(look);
		watch.observe(element);
		const begin = afterFrame(() => (this.begun = true));
		element.addEventListener('scroll', look, { passive: true });
		element.addEventListener('focusin', keep);
		addEventListener('beforeprint', before);
		addEventListener('afterprint', after);
		return () => {
			watch.disconnect();
			begin();
			element.removeEventListener('scroll', look);
			element.removeEventListener('focusin', keep);
			removeEventListener('beforeprint', before);
			removeEventListener('afterprint', after);
		};
	};

	/** Measures an item once it is drawn. */
	item: Attachment<HTMLElement> = (element) => {
		if (this.isWhole) return;
		this.sizes.observe(element);
		return () => this.sizes.unobserve(element);
	};

	private readonly sizes = new ResizeObserver((entries) => {
		const measured = new Map(this.measured);
		for (const { target, borderBoxSize } of entries) {
			const box = borderBoxSize[0]!;
			const size = this.options.across ? box.inlineSize : box.blockSize;
			// what leaves the page has no size
			if (size > 0) measured.set((target as HTMLElement).dataset[this.name]!, size);
		}
		this.measured = measured;
	});
}
