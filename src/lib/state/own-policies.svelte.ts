import { checkPolicy } from '../policy/check';
import type { Policy } from '../policy/schema';
import { POLICIES } from '../policy/versions';
import type { Entry } from '../record/event';

/** The versions of the rules that head office wrote on this machine, beside those of the build. */
export class OwnPolicies {
	own = $state.raw<Policy[]>([]);
	/** The version that is being written. */
	draft = $state.raw<Policy | null>(null);
	readonly all = $derived([...POLICIES, ...this.own]);
	private unusable: unknown[] = [];

	/** Takes in the versions that were kept; says what is wrong with the first that this build can't read, which stays kept and unused. */
	read(kept: unknown[]): string | null {
		const read = kept.map((value) => ({ value, ...unlessTaken(checkPolicy(value)) }));
		this.own = read.flatMap(({ policy }) => policy ?? []);
		this.unusable = read.flatMap(({ value, policy }) => (policy ? [] : [value]));
		const [issue] = read.find(({ policy }) => !policy)?.issues ?? [];
		return issue ? `policy: ${issue.path}: ${issue.message}` : null;
	}

	/** The entry that puts these versions in place of those kept. */
	entry(own: Policy[]): Entry {
		return { kind: 'policies', data: { policies: [...own, ...this.unusable] } };
	}
}

/** A version whose name the build has taken since can't stand beside it. */
function unlessTaken(checked: ReturnType<typeof checkPolicy>): ReturnType<typeof checkPolicy> {
	const taken = checked.policy && POLICIES.some((p) => p.policy === checked.policy.policy);
	if (!taken) return checked;
	return { policy: null, issues: [{ path: 'policy', message: `"${checked.policy.policy}" is taken` }] };
}
