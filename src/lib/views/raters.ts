import { shifted } from '../calendar/period';
import { raterFits, type GivenScore, type RaterFit } from './rater-fit';

/** A score that a rater with a name gave in a month, of a branch itself or of a person. */
export interface RatedRow {
	month: string;
	branch: string;
	person: string | null;
	role: 'self' | 'leader' | 'group';
	rater: string;
	score: number;
}

/** A rater of a role beside the others, and how the distance from them changed since the month before. */
export interface RaterView extends RaterFit {
	role: 'leader' | 'group';
	moved: number | null;
}

/** Raters of a month, those that are marked first; scores of people whom fewer than `least` of the group rated are left out, and counted in `held`. */
export function ratersOf(
	rows: RatedRow[],
	month: string,
	least: number
): { raters: RaterView[]; held: number } {
	const numbers = numbersOf(rows);
	const shown = rows.filter((row) => row.role !== 'group' || numbers.get(keyOf(row))! >= least);
	const fits = (role: RaterView['role'], of: string): RaterFit[] =>
		raterFits(shown.filter((row) => row.role === role && row.month === of).map(givenOf));
	const raters = (['leader', 'group'] as const).flatMap((role) => {
		const before = new Map(fits(role, shifted(month, -1)).map((fit) => [fit.rater, fit.distance?.by]));
		return fits(role, month).map((fit): RaterView => {
			const was = before.get(fit.rater);
			return { ...fit, role, moved: was === undefined || !fit.distance ? null : fit.distance.by - was };
		});
	});
	const size = ({ distance }: RaterView): number => Math.abs(distance?.by ?? 0);
	return {
		raters: raters.sort((a, b) => b.marks.length - a.marks.length || size(b) - size(a)),
		held: rows.filter((row) => row.month === month).length - shown.filter((row) => row.month === month).length
	};
}

/** Units (`kind/code`) whose totals without one of the group would tell what that one gave: fewer scores of the group than `least` are behind them, or behind anyone whose scores they rest on: a branch's rest on those of its people, and where the staff's mean is scored (`staffed`) its people's on each other's. */
export function heldUnits(rows: RatedRow[], month: string, least: number, staffed: boolean): Set<string> {
	const own = rows.filter((row) => row.month === month && row.role === 'group');
	const numbers = numbersOf(own);
	const thin = new Set(own.filter((row) => numbers.get(keyOf(row))! < least).map(({ branch }) => branch));
	return new Set(
		own.flatMap((row) => {
			const isThin = thin.has(row.branch);
			return [
				...(isThin ? [`branch/${row.branch}`] : []),
				...(row.person !== null && ((staffed && isThin) || numbers.get(keyOf(row))! < least)
					? [`person/${row.person}`]
					: [])
			];
		})
	);
}

const unitOf = ({ branch, person }: RatedRow): string => (person === null ? branch : `${branch}/${person}`);
const givenOf = (row: RatedRow): GivenScore => ({ rater: row.rater, unit: unitOf(row), score: row.score });

/** How many of the group rated each in each month. */
function numbersOf(rows: RatedRow[]): Map<string, number> {
	const counts = new Map<string, number>();
	for (const row of rows) if (row.role === 'group') counts.set(keyOf(row), (counts.get(keyOf(row)) ?? 0) + 1);
	return counts;
}

const keyOf = (row: RatedRow): string => `${row.month} ${unitOf(row)}`;
