import { t } from '../language/language.svelte';
import type { Policy } from '../policy/schema';
import type { Actor } from '../record/actor';
import { policyInForce } from '../policy/in-force';
import { POLICIES } from '../policy/versions';
import { timeZoneOf } from '../policy/zone';
import { follow, readAnew } from './follow';
import type { PolicyChange } from './own-policies.svelte';
import type { Workspace } from './workspace.svelte';
import { enter } from './enter';

/** The names that any version has or had: none is used again for other rules. */
export function versionNames({ log, policy }: Workspace): Set<string> {
	const changed = log.events.flatMap(({ kind, data }) =>
		kind === 'policies' ? (data.changed?.policy ?? []) : []
	);
	return new Set([...policy.all.map((p) => p.policy), ...changed]);
}

/** Keeps the policy that is being written; null gives it up. */
export async function keepDraft(work: Workspace, draft: Policy | null): Promise<void> {
	work.policy.draft = draft;
	await work.ready;
	if (!work.log.following && work.log.isOpen) await work.log.store.keep('draft', draft);
}

/** Takes out a version of the rules that this build can't read. */
export async function dropUnusable(work: Workspace, value: unknown, reason: string): Promise<void> {
	await enter(work, () => work.policy.without(value, reason));
	work.error = null;
	work.readPolicies();
}

/** Puts a version of head office's own in force, or takes one back, and scores every month anew by the version in force. */
export async function setPolicies(
	work: Workspace,
	change: PolicyChange,
	reason: string,
	by?: Actor
): Promise<void> {
	const { policy, log, scores, inputs } = work;
	await enter(
		work,
		() => {
			const own = policy.with(change);
			const bound = log.boundMonths.find(
				(month) => policyInForce(month, [...POLICIES, ...own]).policy !== work.policyIn(month).policy
			);
			if (bound !== undefined) throw new Error(t('policy.reaches', { month: bound }));
			return policy.entry(own, change, reason);
		},
		by
	);
	const zone = timeZoneOf(policy.all);
	work.readPolicies();
	const hasFiles = inputs.files.length > 0;
	scores.stale = hasFiles;
	scores.onresults();
	// times that name a zone are read anew where the company's is another
	if (hasFiles)
		await work.queue.derive(() => (timeZoneOf(policy.all) === zone ? follow(work) : readAnew(work)));
}
