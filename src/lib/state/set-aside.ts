import type { AsideRow, Stated } from '../engine/run';
import { namedAfter } from '../intake/unread';
import type { LogEvent } from '../record/event';
import type { WorkFile } from './files';
import { lifeOf } from '../record/steps';
import { setAsideItems, type ReadyItem } from './readiness';
import type { Results } from './results';
import type { Unread } from './unread';
import type { Workspace } from './workspace.svelte';

/** What was set aside of all files, by what it may belong to; a file that isn't read may be of the data set that its name tells. */
export function asideRows(files: WorkFile[], unread: Unread[]): AsideRow[] {
	const records = files.flatMap(({ dataset, aside }) => aside.map((a): AsideRow => ({ ...a, dataset })));
	const whole = unread
		.filter(({ warning }) => warning.severity === 'loss')
		.map(({ path, warning, dataset }): AsideRow => ({
			dataset: dataset ?? namedAfter(path),
			branch: null,
			month: null,
			records: warning.records ?? 1
		}));
	return [...records, ...whole];
}

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

/** What of a month's figures may change once what was set aside is mended; nothing of a sealed month's. */
export function setAsideOf(workspace: Workspace, month: string): SetAside {
	const { log, sources, unread, results } = workspace;
	if (log.sealed.has(month)) return setAsideIn([]);
	const { waived } = lifeOf(log.events, month);
	const items = setAsideItems({ files: sources, unread, results, month });
	return setAsideIn(items.filter((i) => !waived.has(i.id)));
}

/** The same of several months. */
export const setAsideOfAll = (workspace: Workspace, months: string[]): SetAside =>
	months
		.map((month) => setAsideOf(workspace, month))
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
