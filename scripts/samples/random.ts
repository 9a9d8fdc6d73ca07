/** Draws that are the same for the same seed. */
export interface Random {
	/** A number from 0 up to 1. */
	next: () => number;
	/** A whole number from 0 to `n` - 1. */
	below: (n: number) => number;
	shuffle: (list: unknown[]) => void;
}

/** A small generator (mulberry32) whose draws depend on nothing but the seed. */
export function random(seed: number): Random {
	let state = seed >>> 0;
	const next = (): number => {
		state = (state + 0x6d2b79f5) >>> 0;
		let t = Math.imul(state ^ (state >>> 15), state | 1);
		t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
		return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
	};
	const below = (n: number): number => Math.floor(next() * n);
	return {
		next,
		below,
		shuffle(list) {
			for (let i = list.length - 1; i > 0; i--) {
				const j = below(i + 1);
				[list[i], list[j]] = [list[j], list[i]];
			}
		}
	};
}
