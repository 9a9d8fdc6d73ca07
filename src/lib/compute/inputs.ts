import type { PolicyTable } from '../policy/tables';
import type { Engine } from '../engine/engine';
import type { AsideRow } from '../intake/set-aside';
import type { Calendar } from '../calendar/workdays';
import { tableBatch } from '../engine/table-batch';

/** Replaces the rows of `policy.*` where they aren't those that it has; every month is scored anew by others. */
export async function choosePolicies(engine: Engine, tables: PolicyTable[]): Promise<void> {
	const { made } = engine;
	const said = JSON.stringify(tables);
	if (made.policies === said) return;
	made.policies = null;
	await engine.exec('delete from scores.known');
	await loadPolicies(engine, tables);
	made.policies = said;
}

/** Replaces the rows of `policy.*`. */
export async function loadPolicies(engine: Engine, tables: PolicyTable[]): Promise<void> {
	if (tables.length === 0) return;
	const slices = tables.find(({ name }) => name === 'slice');
	if (slices) engine.made.slices = slices.rows.length > 0;
	await Promise.all([
		engine.exec(tables.map(({ name }) => `delete from policy.${name}`).join('; ')),
		...tables
			.filter(({ rows }) => rows.length > 0)
			.map((table) => engine.append(`policy.${table.name}`, tableBatch(table)))
	]);
}

/** Tells the engine which files stand, and which comes first where they disagree. */
export async function listFiles(
	engine: Engine,
	files: { number: number; path: string; dataset: string | null; precedence: number }[]
): Promise<void> {
	await engine.exec('delete from staging.file');
	if (files.length === 0) return;
	const rows = files.map((f) => [f.number, f.path, f.dataset, f.precedence]);
	const columns: [string, 'text' | 'int'][] = [
		['source_file', 'int'],
		['path', 'text'],
		['dataset', 'text'],
		['precedence', 'int']
	];
	await engine.append('staging.file', tableBatch({ name: 'file', columns, rows }));
}

/** A data set of which someone stated that none came, in a month or in any. */
export interface Stated {
	dataset: string;
	month: string | null;
}

/** Tells the engine what was set aside, and of what it was stated that none came. */
export async function loadAside(engine: Engine, aside: AsideRow[], stated: Stated[]): Promise<void> {
	await engine.exec('delete from staging.aside; delete from staging.lost_mark; delete from staging.stated');
	const columns: [string, 'text' | 'int'][] = [
		['dataset', 'text'],
		['branch', 'text'],
		['month', 'text'],
		['records', 'int']
	];
	if (aside.length > 0)
		await engine.append(
			'staging.aside',
			tableBatch({
				name: 'aside',
				columns,
				rows: aside.map((a) => [a.dataset, a.branch, a.month, a.records])
			})
		);
	const lost = aside.flatMap((a) => (a.marks ?? []).map((m) => [a, m] as const));
	if (lost.length > 0)
		await engine.append(
			'staging.lost_mark',
			tableBatch({
				name: 'lost_mark',
				columns: [
					...columns.slice(0, 3),
					['path', 'text'],
					['record', 'int'],
					['line', 'int'],
					['lacks', 'text'],
					['mark', 'int']
				],
				rows: lost.map(([a, m]) => [
					a.dataset,
					a.branch,
					a.month,
					a.path ?? null,
					m.record,
					m.line,
					m.column,
					m.mark
				])
			})
		);
	const told: [string, 'text'][] = [
		['dataset', 'text'],
		['month', 'text']
	];
	if (stated.length > 0)
		await engine.append(
			'staging.stated',
			tableBatch({ name: 'stated', columns: told, rows: stated.map((s) => [s.dataset, s.month]) })
		);
}

/** The working days, which seldom change. */
export const WORKDAY = 'staging.workday';

/** Tells the engine which days are worked, as far as the calendar knows. */
export async function loadCalendar(engine: Engine, calendar: Calendar): Promise<void> {
	if (engine.made.calendar === calendar) return;
	engine.made.calendar = null;
	await engine.exec(`delete from ${WORKDAY}`);
	const columns: [string, 'text' | 'int' | 'bool'][] = [
		['day', 'text'],
		['ordinal', 'int'],
		['works', 'bool']
	];
	await engine.append(WORKDAY, tableBatch({ name: 'workday', columns, rows: calendar.table() }));
	engine.made.calendar = calendar;
}

/** What sealed months hold that later periods rest on, as rows of `staging.sealed` and `staging.sealed_prize`. */
export interface SealedRows {
	ranks: (string | number | boolean | null)[][];
	prizes: (string | number | boolean | null)[][];
}

/** Tells the engine the totals, ranks and prizes of sealed months. */
export async function loadSealed(engine: Engine, { ranks, prizes }: SealedRows): Promise<void> {
	await engine.exec('delete from staging.sealed; delete from staging.sealed_prize');
	const ranked: [string, 'text' | 'int' | 'bool'][] = [
		['month', 'text'],
		['period', 'text'],
		['unit_kind', 'text'],
		['unit', 'text'],
		['scorecard', 'text'],
		['total', 'text'],
		['rank', 'int'],
		['tied', 'bool'],
		['ranked_units', 'int']
	];
	const prized: [string, 'text' | 'int'][] = [
		['month', 'text'],
		['period', 'text'],
		['award', 'text'],
		['unit_kind', 'text'],
		['unit', 'text'],
		['rank', 'int'],
		['amount', 'text']
	];
	if (ranks.length > 0)
		await engine.append('staging.sealed', tableBatch({ name: 'sealed', columns: ranked, rows: ranks }));
	if (prizes.length > 0)
		await engine.append(
			'staging.sealed_prize',
			tableBatch({ name: 'sealed_prize', columns: prized, rows: prizes })
		);
}
