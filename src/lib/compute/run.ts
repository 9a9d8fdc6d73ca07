import { measured } from '../calendar/measured';
import { MACROS, PIPELINE, type Relation } from '../sql/pipeline';
import type { PolicyTable } from '../policy/tables';
import type { Engine } from '../engine/engine';
import type { AsideRow } from '../intake/set-aside';
import { STATUTORY, type Calendar } from '../calendar/workdays';
import { tableBatch } from '../engine/table-batch';

/** Gives the text of a relation by name. */
export type SqlText = (name: string) => string;

const DOES: Record<Relation['kind'], string> = {
	input: 'create or replace table',
	view: 'create or replace view',
	table: 'create or replace table'
};

async function make(engine: Engine, text: SqlText, { name, kind }: Relation): Promise<void> {
	try {
		await measured(name, () => engine.exec(`${DOES[kind]} ${name} as\n${text(name)}`));
	} catch (error) {
		throw new Error(`${name}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
	}
}

/** Makes the schemas, the macros and the input relations, empty but for the calendar. */
export async function prepare(engine: Engine, text: SqlText): Promise<void> {
	const schemas = new Set(PIPELINE.map(({ name }) => name.split('.')[0]!)).add('macro');
	for (const schema of schemas) await engine.exec(`create schema if not exists ${schema}`);
	await engine.exec(text(MACROS));
	for (const relation of PIPELINE)
		if (relation.kind === 'input' && !(relation.name === WORKDAY && engine.made.calendar !== null))
			await make(engine, text, relation);
	await loadCalendar(engine, STATUTORY);
}

/** Replaces the rows of `policy.*`. */
export async function loadPolicies(engine: Engine, tables: PolicyTable[]): Promise<void> {
	for (const table of tables) {
		await engine.exec(`delete from policy.${table.name}`);
		if (table.rows.length > 0) await engine.append(`policy.${table.name}`, tableBatch(table));
	}
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
	await engine.exec('delete from staging.aside; delete from staging.stated');
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

const WORKDAY = 'staging.workday';

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

const computed = PIPELINE.filter((relation) => relation.kind !== 'input');

/** Computes everything that follows from the inputs, in the pipeline's order. */
export async function compute(engine: Engine, text: SqlText): Promise<void> {
	const all = async (relations: Relation[]): Promise<void> => {
		for (const relation of relations)
			if (relation.kind === 'table' || !engine.made.views) await make(engine, text, relation);
	};
	await all(computed);
	Object.assign(engine.made, { views: true, empty: false, refills: 0 });
	await scoreManagers(engine, () => all(computed.slice(computed.findIndex((r) => r.name === FROM_STAFF))));
}

/** The first relation that follows from the staff's totals. */
const FROM_STAFF = 'measures.every';

/** A card that scores the staff's mean needs the staff's totals first: what follows from them is computed a second time. */
async function scoreManagers(engine: Engine, again: () => Promise<void>): Promise<void> {
	const managers = `select scorecard from policy.line where measure = 'staff_appraisal'`;
	const [first] = await engine.rows(
		`select 1 as one from scores.card where scorecard in (${managers}) limit 1`
	);
	if (!first) return;
	await engine.exec('delete from staging.appraisal');
	await engine.exec(`insert into staging.appraisal
		select total.month, card.branch, total.unit, total.total
		from scores.total
		join scores.card using (month, unit_kind, unit)
		where total.unit_kind = 'person' and total.status = 'ok' and card.scorecard not in (${managers})`);
	await again();
}

/** Computes what follows from nothing and plans the filling of its tables, as long as nothing else is wanted: when files come, views and plans stand. */
export async function warmUp(engine: Engine, text: SqlText, idle: () => boolean): Promise<void> {
	for (const relation of computed) {
		if (!idle()) return;
		await make(engine, text, relation);
	}
	Object.assign(engine.made, { views: true, empty: true, refills: 0 });
	for (const { name, kind } of computed) {
		if (!idle()) return;
		if (kind === 'table') await plan(engine, text, name);
	}
}

/** How often tables are filled anew before they are made anew: what is deleted from a table in memory is given back with the table alone. */
const REFILLS = 20;

/** Computes everything once more by the plans that stand, where little has changed since: planning is a third of a computation. */
export async function recompute(engine: Engine, text: SqlText): Promise<void> {
	if (!engine.made.views || engine.made.refills >= REFILLS) return compute(engine, text);
	engine.made.refills++;
	engine.made.empty = false;
	await refill(engine, text, () => true, true);
}

const planOf = (name: string): string => `refill_${name.replace('.', '_')}`;

/** Plans the filling of a table, where it isn't planned yet. */
async function plan(engine: Engine, text: SqlText, name: string): Promise<void> {
	if (engine.made.plans.has(planOf(name))) return;
	await engine.exec(`prepare ${planOf(name)} as insert into ${name}\n${text(name)}`);
	engine.made.plans.add(planOf(name));
}

/** Fills the computed tables anew that are wanted, by the text that made them; nothing is made or dropped, so a transaction can take it all back, and the plans serve again. */
export async function refill(
	engine: Engine,
	text: SqlText,
	wanted: (name: string) => boolean,
	withManagers: boolean,
	/** Tables that keep the rows they have. */
	kept: string[] = []
): Promise<void> {
	const names = computed.flatMap((r) => (r.kind === 'table' && wanted(r.name) ? [r.name] : []));
	// told anew each time: the staff's totals are filled in before the managers are scored
	const fill = async (list: string[]): Promise<void> => {
		for (const name of list) await plan(engine, text, name);
		await engine.exec(
			list
				.map((name) => `${kept.includes(name) ? '' : `delete from ${name}; `}execute ${planOf(name)}`)
				.join('; ')
		);
	};
	await fill(names);
	if (withManagers) {
		const order = computed.map((r) => r.name);
		const later = names.filter((name) => order.indexOf(name) >= order.indexOf(FROM_STAFF));
		await scoreManagers(engine, () => fill([...new Set([FROM_STAFF, ...later])]));
	}
}
