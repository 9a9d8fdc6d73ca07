import { MACROS, PIPELINE, type Relation } from '../sql/pipeline';
import type { PolicyTable } from '../policy/tables';
import type { Engine } from './engine';
import { workdays } from '../calendar/workdays';
import { tableBatch } from './table-batch';

/** Gives the text of a relation by name. */
export type SqlText = (name: string) => string;

const DOES: Record<Relation['kind'], string> = {
	input: 'create or replace table',
	view: 'create or replace view',
	table: 'create or replace table'
};

async function make(engine: Engine, text: SqlText, { name, kind }: Relation): Promise<void> {
	try {
		await engine.exec(`${DOES[kind]} ${name} as\n${text(name)}`);
	} catch (error) {
		throw new Error(`${name}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
	}
}

/** Makes the schemas, the macros and the input relations, empty but for the calendar. */
export async function prepare(engine: Engine, text: SqlText): Promise<void> {
	const schemas = new Set(PIPELINE.map(({ name }) => name.split('.')[0]!)).add('macro');
	for (const schema of schemas) await engine.exec(`create schema if not exists ${schema}`);
	await engine.exec(text(MACROS));
	for (const relation of PIPELINE) if (relation.kind === 'input') await make(engine, text, relation);
	await loadCalendar(engine);
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

/** Tells the engine which days are worked, as far as the calendar knows. */
async function loadCalendar(engine: Engine): Promise<void> {
	await engine.exec('delete from staging.workday');
	const columns: [string, 'text' | 'int' | 'bool'][] = [
		['day', 'text'],
		['ordinal', 'int'],
		['works', 'bool']
	];
	await engine.append('staging.workday', tableBatch({ name: 'workday', columns, rows: workdays() }));
}

const computed = PIPELINE.filter((relation) => relation.kind !== 'input');

/** Computes everything that follows from the inputs, in the pipeline's order. */
export async function compute(engine: Engine, text: SqlText): Promise<void> {
	for (const relation of computed) await make(engine, text, relation);
	await scoreManagers(engine, text);
}

/** A card that scores the staff's mean needs the staff's totals first: what follows from them is computed a second time. */
async function scoreManagers(engine: Engine, text: SqlText): Promise<void> {
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
	await remake(engine, text, 'measures.every');
}

async function remake(
	engine: Engine,
	text: SqlText,
	from: string,
	wanted: (name: string) => boolean = () => true
): Promise<void> {
	const first = computed.findIndex((relation) => relation.name === from);
	for (const relation of computed.slice(first)) if (wanted(relation.name)) await make(engine, text, relation);
}

/** Computes anew what follows from a relation on, or the part of it that is wanted. */
export async function makeFrom(
	engine: Engine,
	text: SqlText,
	from: string,
	wanted: (name: string) => boolean
): Promise<void> {
	await remake(engine, text, from, wanted);
	await scoreManagers(engine, text);
}
