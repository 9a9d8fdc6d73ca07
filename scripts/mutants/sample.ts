import { createHash } from 'node:crypto';

/** The same share (0 to 1) of things for the same seed, whatever else is there. */
export const sampled = <T>(things: T[], share: number, seed: string, name: (thing: T) => string): T[] =>
	things.filter(
		(thing) =>
			createHash('sha256')
				.update(seed + name(thing))
				.digest()
				.readUInt32BE() <
			share * 2 ** 32
	);
