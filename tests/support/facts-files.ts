import Papa from 'papaparse';
import type { Facts } from '../oracle/facts';
import type { TextFile } from './scored';

const LEAVE_OUT = new Set(['name']);

/** Facts as the CSV exports that say them, canonical headers, UTF-8. */
export function factsFiles(facts: Facts): TextFile[] {
	const files: TextFile[] = [];
	for (const [dataset, rows] of Object.entries(facts) as [string, Record<string, unknown>[] | null][]) {
		if (rows === null || rows.length === 0) continue;
		const fields = Object.keys(rows[0]!).filter((f) => !LEAVE_OUT.has(f));
		const data = rows.map((row) => fields.map((f) => row[f] ?? ''));
		// marks that all are low are asked about unless the header says of how many
		const headers = fields.map((f) => (dataset === 'ratings' && f === 'score' ? 'score(100分制)' : f));
		const text = Papa.unparse({ fields: headers, data }, { newline: '\n' });
		files.push({ path: `${dataset}.csv`, bytes: new TextEncoder().encode(text) });
	}
	return files;
}

/** Facts of nothing, to be filled in. */
export const noFacts = (): Facts => ({
	branches: null,
	people: null,
	attendance: [],
	tickets: [],
	callbacks: [],
	spot_checks: [],
	ratings: [],
	merits: [],
	audits: [],
	reports: []
});
