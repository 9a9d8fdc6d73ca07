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

/** Head office's limits: the version's own, else those of the built-in one. */
export const limitsOf = (policy: Policy): NonNullable<Policy['limits']> =>
	(policy.limits ?? POLICIES.find((p) => p.limits)!.limits)!;

/** Which roles don't see which personal data: the version's own table, else that of the built-in one. */
export const masksOf = (policy: Policy): NonNullable<Policy['masks']> =>
	(policy.masks ?? POLICIES.find((p) => p.masks)!.masks)!;
