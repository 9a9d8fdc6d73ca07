import type { Engine } from './engine';
import { tableBatch } from './table-batch';

/** What the spot-check desk draws: so many records of a data set a branch and week, by a seed. */
export interface Sampling {
	dataset: 'callbacks' | 'tickets';
	seed: string;
	perWeek: number;
}

/** What the reports show: months, those they are compared with, the day (ISO) up to which open things are aged, and what the desk draws. */
export interface Shown {
	now: string[];
	before: string[];
	asOf: string;
	sampling?: Sampling;
}

/** Tells the engine what the reports show. */
export async function loadShown(engine: Engine, { now, before, asOf, sampling }: Shown): Promise<void> {
	await engine.exec('delete from staging.shown; delete from staging.sampling');
	const shown: [string, 'text'][] = [
		['slot', 'text'],
		['month', 'text'],
		['as_of', 'text']
	];
	const rows = [...now.map((m) => ['now', m, asOf]), ...before.map((m) => ['before', m, asOf])];
	if (rows.length > 0)
		await engine.append('staging.shown', tableBatch({ name: 'shown', columns: shown, rows }));
	if (!sampling) return;
	const drawn: [string, 'text' | 'int'][] = [
		['dataset', 'text'],
		['seed', 'text'],
		['per_week', 'int']
	];
	const row = [sampling.dataset, sampling.seed, sampling.perWeek];
	await engine.append('staging.sampling', tableBatch({ name: 'sampling', columns: drawn, rows: [row] }));
}
