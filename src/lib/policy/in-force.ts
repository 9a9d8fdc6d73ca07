import type { Policy } from './schema';

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
