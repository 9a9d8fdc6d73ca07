/** The same choices for the same seed, whatever library draws elsewhere (mulberry32). */
export interface Chance {
	/** A whole number below `n`. */
	below(n: number): number;
	/** True that often (0 to 1). */
	often(share: number): boolean;
	of<T>(things: readonly T[]): T;
	/** Some of the things, in their order. */
	some<T>(things: readonly T[], share: number): T[];
	shuffled<T>(things: readonly T[]): T[];
}

export function chanceOf(seed: number): Chance {
	let state = seed >>> 0;
	const next = (): number => {
		state = (state + 0x6d2b79f5) >>> 0;
		let t = Math.imul(state ^ (state >>> 15), 1 | state);
		t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
		return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
	};
	const below = (n: number): number => Math.floor(next() * n);
	return {
		below,
		often: (share) => next() < share,
		of: (things) => things[below(things.length)]!,
		some: (things, share) => things.filter(() => next() < share),
		shuffled(things) {
			const all = [...things];
			for (let i = all.length - 1; i > 0; i--) {
				const j = below(i + 1);
				[all[i], all[j]] = [all[j]!, all[i]!];
			}
			return all;
		}
	};
}
