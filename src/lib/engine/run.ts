import { MACROS, PIPELINE, type Relation } from '../sql/pipeline';
import type { PolicyTable } from '../policy/tables';
import type { Engine } from './engine';
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

/** Makes the schemas, the macros and the empty input relations. */
export async function prepare(engine: Engine, text: SqlText): Promise<void> {
	const schemas = new Set(PIPELINE.map(({ name }) => name.split('.')[0]!)).add('macro');
	for (const schema of schemas) await engine.exec(`create schema if not exists ${schema}`);
	await engine.exec(text(MACROS));
	for (const relation of PIPELINE) if (relation.kind === 'input') await make(engine, text, relation);
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

/** Computes everything that follows from the inputs, in the pipeline's order. */
export async function compute(engine: Engine, text: SqlText): Promise<void> {
	for (const relation of PIPELINE) if (relation.kind !== 'input') await make(engine, text, relation);
}
