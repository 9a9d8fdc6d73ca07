import builtIn from '../../../data/policies/handbook-1.json';
import type { Policy } from './schema';

/** The rules of the parts beside the scorecards. */
export type Parts = NonNullable<Policy['parts']>;

/** A version's rules of the parts: its own, else those of the built-in one. */
export const partsOf = (policy: Policy): Parts => policy.parts ?? (builtIn.parts as Parts);
