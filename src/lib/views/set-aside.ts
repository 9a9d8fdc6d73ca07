import { lifeOf } from '../record/life';
import { setAsideItems } from '../month/set-aside-items';
import { type ReadyItem } from '../month/ready-item';
import type { Results } from '../sql/rows';
import type { Known } from '../month/life';

/** What of a month's figures may change once what was set aside is mended. */
export interface SetAside {
	/** Records by the branch that they belong to. */
	byBranch: Map<string, number>;
	/** Records, files and tables that may belong to any branch. */
	anywhere: number;
}

/** Sums up what a month's open items say was set aside. */
export function setAsideIn(open: ReadyItem[]): SetAside {
	// what may be of several months stands in the list of each, and is counted once
	const each = new Map(
		open.flatMap(({ id, aside = [] }) =>
			aside.map((a) => [[id, a.branch, a.month ?? ''].join('\u001f'), a] as const)
		)
	);
	const byBranch = new Map<string, number>();
	let anywhere = 0;
	for (const { branch, records } of each.values())
		if (branch === null) anywhere += records;
		else byBranch.set(branch, (byBranch.get(branch) ?? 0) + records);
	return { byBranch, anywhere };
}

/** The items of a month that nobody let pass; none of a sealed month. */
function openItems(known: Known, month: string, unitKind: string): ReadyItem[] {
	const { events, sealed, files, unread, results } = known;
	if (sealed.has(month)) return [];
	const { waived } = lifeOf(events, month);
	const policy = known.policyIn(month);
	const items = setAsideItems({ files, unread, results, month, policy, unitKind });
	return items.filter((i) => !waived.has(i.id));
}

/** What of the figures of months and a kind of unit may change once what was set aside is mended; nothing of a sealed month's. */
export const setAsideOfAll = (known: Known, months: string[], unitKind: string): SetAside =>
	setAsideIn(months.flatMap((month) => openItems(known, month, unitKind)));

/** The same of one month. */
export const setAsideOf = (known: Known, month: string, unitKind: string): SetAside =>
	setAsideOfAll(known, [month], unitKind);

/** The branch of a unit, by code; a branch is its own. */
export function branchOfUnit(results: Results, unitKind: string): (unit: string) => string | null {
	if (unitKind === 'branch') return (unit) => unit;
	const rows = results.units.filter((u) => u.unit_kind === unitKind);
	const branches = new Map(rows.map((u) => [u.unit, u.branch === null ? null : u.branch]));
	return (unit) => branches.get(unit) ?? null;
}

/** How much was set aside that may belong to a branch; 0 for none. */
export const asideOf = ({ byBranch, anywhere }: SetAside, branch: string | null): number =>
	anywhere + (branch === null ? 0 : (byBranch.get(branch) ?? 0));
