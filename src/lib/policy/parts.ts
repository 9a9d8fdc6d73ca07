import builtIn from '../../../data/policies/handbook-1.json';
import type { Policy } from './schema';

/** The rules of the parts beside the scorecards. */
export type Parts = NonNullable<Policy['parts']>;

/** A version's rules of the parts: its own; what it leaves out is the built-in one's. */
export const partsOf = ({ parts }: Policy): Parts => {
	const whole = builtIn.parts as Parts;
	if (!parts) return whole;
	return { ...whole, ...parts, callback_due: { ...whole.callback_due, ...parts.callback_due } };
};
