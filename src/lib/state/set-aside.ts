import type { Stated } from '../engine/run';
import type { LogEvent } from '../record/event';
import { lifeOf } from '../record/steps';
import { setAsideItems, type ReadyItem } from './readiness';
import type { Results } from './results';
import type { Workspace } from './workspace.svelte';

/** The data sets of which it was stated, and not taken back, that none came. */
export function statedOf(events: LogEvent[]): Stated[] {
	const stated = new Map<string, Stated>();
	for (const { kind, data } of events) {
		if (kind !== 'none' && kind !== 'none_reversed') continue;
		const { dataset, month } = data as { dataset: string; month: string };
		if (kind === 'none') stated.set(`${dataset}/${month}`, { dataset, month });
		else stated.delete(`${dataset}/${month}`);
	}
	return [...stated.values()];
}

/** What of a month's figures may change once what was set aside is mended. */
export interface SetAside {
	/** Records by the branch that they belong to. */
	byBranch: Map<string, number>;
	/** Records, files and tables that may belong to any branch. */
	anywhere: number;
}

/** Sums up what a month's open items say was set aside. */
export function setAsideIn(open: ReadyItem[]): SetAside {
	const byBranch = new Map<string, number>();
	let anywhere = 0;
	for (const { aside } of open)
		for (const { branch, records } of aside ?? [])
			if (branch === null) anywhere += records;
			else byBranch.set(branch, (byBranch.get(branch) ?? 0) + records);
	return { byBranch, anywhere };
}

/** What of a month's figures of a kind of unit may change once what was set aside is mended; nothing of a sealed month's. */
export function setAsideOf(workspace: Workspace, month: string, unitKind: string): SetAside {
	const { log, sources, unread, results } = workspace;
	if (log.sealed.has(month)) return setAsideIn([]);
	const { waived } = lifeOf(log.events, month);
	const policy = workspace.policyIn(month);
	const items = setAsideItems({ files: sources, unread, results, month, policy, unitKind });
	return setAsideIn(items.filter((i) => !waived.has(i.id)));
}

/** The same of several months. */
export const setAsideOfAll = (workspace: Workspace, months: string[], unitKind: string): SetAside =>
	months
		.map((month) => setAsideOf(workspace, month, unitKind))
		.reduce<SetAside>(
			(sum, { byBranch, anywhere }) => {
				for (const [branch, n] of byBranch) sum.byBranch.set(branch, (sum.byBranch.get(branch) ?? 0) + n);
				return { ...sum, anywhere: sum.anywhere + anywhere };
			},
			{ byBranch: new Map(), anywhere: 0 }
		);

/** The branch of a unit, by code; a branch is its own. */
export function branchOfUnit(results: Results, unitKind: string): (unit: string) => string | null {
	if (unitKind === 'branch') return (unit) => unit;
	const rows = results.units.filter((u) => u['unit_kind'] === unitKind);
	const branches = new Map(rows.map((u) => [u['unit'], u['branch'] === null ? null : String(u['branch'])]));
	return (unit) => branches.get(unit) ?? null;
}

/** How much was set aside that may belong to a branch; 0 for none. */
export const asideOf = ({ byBranch, anywhere }: SetAside, branch: string | null): number =>
	anywhere + (branch === null ? 0 : (byBranch.get(branch) ?? 0));
