import { partsOf } from '../../src/lib/policy/parts';
import type { Policy } from '../../src/lib/policy/schema';
import { HOLD_REASONS } from '../../src/lib/policy/schema-parts';

const HOWS = ['clock', 'working_hours', 'working_days'] as const;

/** A policy with clocks of its own, holds that stop them, and a line that scores a part of its measure. */
export function varied(policy: Policy, at: number): Policy {
	const clocks = {
		...partsOf(policy).clocks!,
		tickets: HOWS[at % 3]!,
		complaints: HOWS[(at >> 1) % 3]!,
		stops: HOLD_REASONS.filter((_, i) => (at + i) % 3 > 0)
	};
	const changed = { ...structuredClone(policy), parts: { ...partsOf(policy), clocks } };
	const line = changed.scorecards[0]!.lines.find(({ measure }) => measure === 'complaint_unresolved');
	if (line && at % 2 === 0) line.slice = { column: 'category', values: ['物业服务', '电梯'] };
	return changed;
}
