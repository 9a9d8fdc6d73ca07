import { language, t } from '../language/language.svelte';
import { checkPolicy } from '../policy/check';
import type { Policy } from '../policy/schema';
import { POLICIES } from '../policy/versions';
import type { Entry } from '../record/event';
import type { WorkLog } from './log.svelte';

/** The entry that puts versions in place of those kept. */
type PoliciesEntry = Extract<Entry, { kind: 'policies' }>;

/** A version that is put in force, in place of one of its name, or taken back. */
export type PolicyChange = { put: Policy; withdrawn?: undefined } | { put?: undefined; withdrawn: Policy };

/** The versions of the rules that head office wrote on this machine, beside those of the build. */
export class OwnPolicies {
	own = $state.raw<Policy[]>([]);
	/** The version that is being written. */
	draft = $state.raw<Policy | null>(null);
	readonly all = $derived([...POLICIES, ...this.own]);
	/** Versions that this build can't read, which stay kept and unused. */
	unusable = $state.raw<unknown[]>([]);

	/** Takes in the versions that were kept; says what is wrong with the first that this build can't read, which stays kept and unused. */
	read(kept: unknown[]): string | null {
		const read = kept.map((value) => ({ value, ...unlessTaken(checkPolicy(value, language.lang)) }));
		this.own = read.flatMap(({ policy }) => (policy ? [inOrder(policy)] : []));
		this.unusable = read.flatMap(({ value, policy }) => (policy ? [] : [value]));
		const [issue] = read.find(({ policy }) => !policy)?.issues ?? [];
		return issue ? `policy: ${issue.path}: ${issue.message}` : null;
	}

	/** Takes the version that was being written when the record was last open. */
	async restoreDraft({ isNewer, store }: WorkLog): Promise<void> {
		const kept = isNewer ? null : await store.kept('draft');
		this.draft = (kept as Policy | null | undefined) ?? null;
	}

	/** What an unusable version is called. */
	nameOf(value: unknown): string {
		const { policy } = (value ?? {}) as { policy?: unknown };
		return typeof policy === 'string' ? policy : '?';
	}

	/** The entry that takes an unusable version out. */
	without(value: unknown, reason: string): PoliciesEntry {
		const changed = { change: 'withdrawn' as const, policy: this.nameOf(value) };
		const policies = [...this.own, ...this.unusable.filter((other) => other !== value)];
		return { kind: 'policies', reason, data: { policies, changed } };
	}

	/** The versions once one is put in force or taken back; throws where there is no such one to take back. */
	with({ put, withdrawn }: PolicyChange): Policy[] {
		if (withdrawn && !this.own.some((p) => p.policy === withdrawn.policy))
			throw new Error(t('policy.notOwn', { policy: withdrawn.policy }));
		const others = this.own.filter((p) => p.policy !== (put?.policy ?? withdrawn?.policy));
		return put ? [...others, put] : others;
	}

	/** The entry that puts these versions in place of those kept, with what changed and why. */
	entry(own: Policy[], { put, withdrawn }: PolicyChange, reason: string): PoliciesEntry {
		const { policy, title, in_force_from, author } = put ?? withdrawn;
		const change = put ? 'put' : 'withdrawn';
		const changed = { change, policy, title, in_force_from, author } as const;
		return { kind: 'policies', reason, data: { policies: [...own, ...this.unusable], changed } };
	}
}

/** A version with its readings and their choices in the built-in version's order: the log keeps keys by their letters. */
function inOrder(policy: Policy): Policy {
	const like = POLICIES[0]!.readings;
	const sorted = <T>(entries: Record<string, T>, order: Record<string, unknown>): Record<string, T> => {
		const known = Object.keys(order).filter((key) => key in entries);
		return Object.fromEntries([...known, ...Object.keys(entries)].map((key) => [key, entries[key]!]));
	};
	const readings = Object.entries(sorted(policy.readings, like)).map(([name, reading]) => [
		name,
		{ ...reading, alternatives: sorted(reading.alternatives, like[name]?.alternatives ?? {}) }
	]);
	return { ...policy, readings: Object.fromEntries(readings) as Policy['readings'] };
}

/** A version whose name the build has taken since can't stand beside it. */
function unlessTaken(checked: ReturnType<typeof checkPolicy>): ReturnType<typeof checkPolicy> {
	const taken = checked.policy && POLICIES.some((p) => p.policy === checked.policy.policy);
	if (!taken) return checked;
	return {
		policy: null,
		issues: [{ path: 'policy', place: 'policy', message: `"${checked.policy.policy}" is taken` }]
	};
}
