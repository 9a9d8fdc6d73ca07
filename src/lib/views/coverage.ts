import { DATASETS } from '../intake/dataset';
import type { Results } from '../sql/rows';

/** The data sets that scores need, and those that are merely kept. */
export const SCORED = ['attendance', 'callbacks', 'tickets', 'spot_checks', 'ratings'];

export interface CoverageCell {
	records: number;
	branches: number;
	missing: string[];
}

/** A data set's records by month, and which branches lack them. */
export interface CoverageLine {
	dataset: string;
	scored: boolean;
	cells: (CoverageCell | null)[];
}

/** What is loaded, data set by month; only months that are appraised. */
export function coverageRows(results: Results, months: string[]): CoverageLine[] {
	const branches = (month: string): string[] =>
		results.units.filter((u) => u.month === month && u.unit_kind === 'branch').map((u) => u.unit);
	const rows = DATASETS.filter((d) => d.dataset !== 'branches' && d.dataset !== 'people').map(
		(d): CoverageLine => {
			const cells = months.map((month): CoverageCell | null => {
				const found = results.coverage.filter((c) => c.dataset === d.dataset && c.month === month);
				if (found.length === 0) return null;
				const have = new Set(found.map((c) => c.branch));
				return {
					records: found.reduce((sum, c) => sum + c.records, 0),
					branches: have.size,
					// records of a data set without branches lack none
					missing: d.columns.some((c) => c.column === 'branch')
						? branches(month).filter((b) => !have.has(b))
						: []
				};
			});
			return { dataset: d.dataset, scored: SCORED.includes(d.dataset), cells };
		}
	);
	return rows.filter((r) => r.scored || r.cells.some((c) => c !== null));
}
