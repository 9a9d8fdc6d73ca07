import type { Engine } from '../engine/engine';
import { tableBatch } from '../engine/table-batch';

/** What the spot-check desk draws: so many records of a data set a branch and week, by a seed. */
export interface Sampling {
	dataset: 'callbacks' | 'tickets';
	seed: string;
	perWeek: number;
}

/** How many records of a branch and week are drawn at the most: a page can be judged, not a year. */
export const MOST_PER_WEEK = 20;

/** How many are drawn of a branch and week, as it is typed: whole, at least one. */
export const perWeekOf = (typed: string): number =>
	Math.min(MOST_PER_WEEK, Math.max(1, Math.trunc(Number(typed)) || 1));

/** What the reports show: months, those they are compared with, today (ISO), and what the desk draws. */
export interface Shown {
	now: string[];
	before: string[];
	today: string;
	/** The one branch that is shown; all without it. */
	branch?: string | null;
	/** The stage of tickets that each slot shows; all without one. */
	stages?: { now: string | null; before: string | null };
	/** The one kind of logs that is shown; all without it. */
	kind?: string | null;
	sampling?: Sampling;
}

/** Tells the engine what the reports show. */
export async function loadShown(engine: Engine, shown: Shown): Promise<void> {
	const { made } = engine;
	// what was computed of the months holds for any branch, stage or kind of them
	const months = JSON.stringify([shown.now, shown.before, shown.today]);
	if (made.shown !== months) made.asked.clear();
	made.shown = months;
	await engine.exec('delete from staging.shown; delete from staging.sampling');
	const columns: [string, 'text'][] = [
		['slot', 'text'],
		['month', 'text'],
		['today', 'text'],
		['only_branch', 'text'],
		['only_stage', 'text'],
		['only_kind', 'text']
	];
	const { today, branch = null, stages, kind = null, sampling } = shown;
	const rows = (['now', 'before'] as const).flatMap((slot) =>
		shown[slot].map((month) => [slot, month, today, branch, stages?.[slot] ?? null, kind])
	);
	if (rows.length > 0) await engine.append('staging.shown', tableBatch({ name: 'shown', columns, rows }));
	if (!sampling) return;
	const drawn: [string, 'text' | 'int'][] = [
		['dataset', 'text'],
		['seed', 'text'],
		['per_week', 'int']
	];
	const row = [sampling.dataset, sampling.seed, sampling.perWeek];
	await engine.append('staging.sampling', tableBatch({ name: 'sampling', columns: drawn, rows: [row] }));
}
