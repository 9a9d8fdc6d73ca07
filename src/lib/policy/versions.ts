import { checkPolicy } from './check';
import type { Policy } from './schema';

const files = import.meta.glob<unknown>(['../../../data/policies/*.json', '!**/*.schema.json'], {
	import: 'default',
	eager: true
});

/** The policy versions that the build holds; throws at start where one of them is faulty. */
export const POLICIES: Policy[] = Object.entries(files).map(([path, value]) => {
	const { policy, issues } = checkPolicy(value);
	if (!policy) throw new Error(`${path}: ${issues[0]!.path}: ${issues[0]!.message}`);
	return policy;
});

/** The version in force in a month, of two from the same month the later in the list; throws where there is none. */
export function policyInForce(month: string, policies: Policy[]): Policy {
	const found = policies
		.filter((p) => p.in_force_from <= month)
		.reduce<Policy | null>((a, b) => (!a || b.in_force_from >= a.in_force_from ? b : a), null);
	if (!found) throw new Error(`no policy is in force in ${month}`);
	return found;
}

/** The kind of unit that a policy ranks for prizes and follow-ups; the other kind's ranks are for reference. */
export const paidKind = (policy: Policy): 'branch' | 'person' =>
	policy.readings['unit']?.choice === 'person' ? 'person' : 'branch';

/** Head office's limits: the version's own, else those of the built-in one. */
export const limitsOf = (policy: Policy): NonNullable<Policy['limits']> =>
	(policy.limits ?? POLICIES.find((p) => p.limits)!.limits)!;
