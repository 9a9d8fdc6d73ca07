import { random } from '../../../../scripts/samples/random';

/** The same choices for the same seed, whatever library draws elsewhere. */
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
	const { next, below, shuffle } = random(seed);
	return {
		below,
		often: (share) => next() < share,
		of: (things) => things[below(things.length)]!,
		some: (things, share) => things.filter(() => next() < share),
		shuffled(things) {
			const all = [...things];
			shuffle(all);
			return all;
		}
	};
}
