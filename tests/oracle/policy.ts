import type { Alternative, Policy } from '../../src/lib/policy/schema';

/** The name of the alternative that the policy chose for a reading. */
export function choice(policy: Policy, name: string): string {
	const reading = policy.readings[name];
	if (!reading) throw new Error(`no reading "${name}"`);
	if (reading.choice === null) throw new Error(`reading "${name}" is open`);
	return reading.choice;
}

/** The chosen alternative of a reading. */
export function chosen(policy: Policy, name: string): Alternative {
	const found = policy.readings[name]?.alternatives[choice(policy, name)];
	if (!found) throw new Error(`reading "${name}" has no alternative "${choice(policy, name)}"`);
	return found;
}

/** The number that the chosen alternative of a reading sets. */
export function amount(policy: Policy, name: string): number {
	const found = chosen(policy, name).amount;
	if (found === undefined) throw new Error(`reading "${name}" sets no amount`);
	return found;
}

/** A list that stands in a line itself or in the chosen alternative of the reading it points to. */
export function listed<T extends string>(
	policy: Policy,
	value: T[] | { reading: string } | undefined,
	key: 'edges' | 'deductions'
): T[] {
	if (value === undefined) return [];
	if (Array.isArray(value)) return value;
	return (chosen(policy, value.reading)[key] ?? []) as T[];
}
