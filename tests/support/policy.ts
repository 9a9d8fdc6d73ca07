import handbook from '../../data/policies/handbook-1.json';
import { checkPolicy } from '../../src/lib/policy/check';
import type { Policy } from '../../src/lib/policy/schema';

/** The handbook's policy, with some readings chosen otherwise. */
export function policyWith(choices: Record<string, string> = {}): Policy {
	const { policy, issues } = checkPolicy(structuredClone(handbook));
	if (!policy) throw new Error(JSON.stringify(issues));
	for (const [reading, choice] of Object.entries(choices)) {
		if (!(choice in (policy.readings[reading]?.alternatives ?? {})))
			throw new Error(`${reading} has no ${choice}`);
		policy.readings[reading]!.choice = choice;
	}
	return policy;
}
