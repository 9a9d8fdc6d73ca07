import type { Results, UnitRow } from '../sql/rows';

const namesBy = new WeakMap<UnitRow[], Map<string, string>>();

/** What units are called, by `kind/code`; those of one name are told apart by their number and branch. */
export function unitNames({ units }: Pick<Results, 'units'>): Map<string, string> {
	const known = namesBy.get(units);
	if (known) return known;
	const rows = new Map(units.map((u) => [`${u.unit_kind}/${u.unit}`, u]));
	const plain = (u: UnitRow): string => u.name ?? u.unit;
	const alike = new Map<string, number>();
	const key = (u: UnitRow): string => `${u.unit_kind}/${plain(u)}`;
	for (const u of rows.values()) alike.set(key(u), (alike.get(key(u)) ?? 0) + 1);
	const branchOf = (u: UnitRow): string => {
		const branch = rows.get(`branch/${String(u.branch)}`);
		return u.unit_kind === 'branch' || !branch ? '' : ` · ${plain(branch)}`;
	};
	const named = new Map(
		[...rows].map(([at, u]) => [
			at,
			alike.get(key(u)) === 1 ? plain(u) : `${plain(u)}（${u.unit}${branchOf(u)}）`
		])
	);
	namesBy.set(units, named);
	return named;
}

/** The branches that any month names, by code. */
export const branchesOf = (results: Results): { code: string; name: string }[] =>
	[...unitNames(results)]
		.flatMap(([key, name]) => (key.startsWith('branch/') ? [{ code: key.slice(7), name }] : []))
		.sort((a, b) => (a.code < b.code ? -1 : 1));

/** What a branch is called, by its code; the code itself where no month names it. */
export const branchNamer =
	(results: Pick<Results, 'units'>) =>
	(code: string): string =>
		unitNames(results).get(`branch/${code}`) ?? code;
