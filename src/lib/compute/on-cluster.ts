import type { Cluster } from '../engine/clickhouse';
import { Dialect, type Declared } from '../engine/clickhouse-dialect';
import type { Engine } from '../engine/engine';
import { cellsOf, countedOf, slicedCellsOf, SUMMED } from '../sql/derived';
import { MACROS, PIPELINE, type Relation } from '../sql/pipeline';
import { CHANGES, FORGET } from './changes';
import { bring, columnsOf, databaseOf, placeOf, send, typed } from './cluster-tables';
import { compute, type SqlText } from './run';
import { STAGED } from './staged';

/** The relations that are computed on the cluster and brought back: scores, and what is told of the files, rest on them. */
export const BROUGHT = [
	'checks.repeat',
	'facts.branch',
	'facts.heir',
	'facts.person',
	'facts.attendance',
	'facts.month',
	'facts.received',
	'facts.unread',
	'facts.rating',
	'facts.audit',
	'rows.unit',
	'rows.merit',
	'policy.month_part',
	'measures.callback_completion',
	'measures.satisfaction'
];

/** What is counted of the staff's totals: they are scored here, not there. */
const HERE = 'staff_appraisal';

/** The branches come here before all else: who stands for whom is followed step by step, which the translator can't, and told there. */
const BRANCH = 'facts.branch';
const HEIR = 'facts.heir';
const BOTH = [BRANCH, HEIR];

const byName = new Map(PIPELINE.map((relation) => [relation.name, relation]));

/** The relations that a text reads. */
const readBy = (sql: string): string[] =>
	[...sql.replaceAll(/--.*$/gm, '').matchAll(/\b[a-z]+\.[a-z_]+\b/g)]
		.map(([name]) => name)
		.filter((n) => byName.has(n));

/** What must be made on the cluster, in the pipeline's order. */
function needed(text: SqlText): Relation[] {
	const names = new Set<string>();
	const add = (name: string): void => {
		if (names.has(name)) return;
		names.add(name);
		if (byName.get(name)!.kind !== 'input') readBy(text(name)).forEach(add);
	};
	BROUGHT.forEach(add);
	for (const measure of SUMMED) if (measure !== HERE) readBy(cellsOf(measure)).forEach(add);
	add('policy.slice');
	return PIPELINE.filter(({ name }) => names.has(name));
}

/** Computes up to the measures on the cluster, where the staged rows lie, and all that follows here; the engine holds the policies, files and other small inputs. */
export async function computeOnCluster(
	engine: Engine,
	cluster: Cluster,
	text: SqlText,
	/** The relations that stand there already: the staged rows, and what is told of them. */
	stands: ReadonlySet<string> = STAGED
): Promise<void> {
	// of no rows: it tells the columns of every relation, and makes the views
	await compute(engine, text);
	await engine.exec(FORGET);
	const columns = await columnsOf(engine);
	const dialect = await Dialect.of(columns, databaseOf);
	await makeThere(engine, cluster, { text, dialect, columns, stands });
	for (const name of BROUGHT) if (!BOTH.includes(name)) await standHere(engine, cluster, name, columns);
	const cells: [string, string][] = columns.get('counted.every')!;
	await engine.exec(`create or replace table counted.elsewhere (${cells.map(typed).join(', ')})`);
	for (const measure of SUMMED.filter((m) => m !== HERE)) {
		const rows = await cluster.rows(dialect.query(cellsOf(measure)));
		await bring(engine, 'counted.elsewhere', cells, rows);
	}
	// one measure at a time: all of them together are more than the translator takes
	for (const sliced of engine.made.slices ? SUMMED.flatMap((m) => slicedCellsOf(m) ?? []) : [])
		await bring(engine, 'counted.elsewhere', cells, await cluster.rows(dialect.query(sliced)));
	await engine.exec(
		`create or replace view counted.every as from counted.elsewhere union all by name ${countedOf(HERE)}`
	);
	await compute(engine, text, new Set(BROUGHT));
}

/** Puts a relation of the cluster into a table here. */
async function standHere(engine: Engine, cluster: Cluster, name: string, columns: Declared): Promise<void> {
	if (byName.get(name)!.kind === 'view') await engine.exec(`drop view ${name}`);
	await engine.exec(`create or replace table ${name} (${columns.get(name)!.map(typed).join(', ')})`);
	await bring(engine, name, columns.get(name)!, await cluster.rows(`select * from ${placeOf(name)}`));
}

/** Makes the inputs, views and tables on the cluster. */
async function makeThere(
	engine: Engine,
	cluster: Cluster,
	{
		text,
		dialect,
		columns,
		stands
	}: { text: SqlText; dialect: Dialect; columns: Declared; stands: ReadonlySet<string> }
): Promise<void> {
	const relations = needed(text);
	for (const schema of new Set(relations.map(({ name }) => name.split('.')[0]!))) {
		if (schema !== 'staging') await cluster.exec(`drop database if exists ${databaseOf(schema)}`);
		await cluster.exec(`create database if not exists ${databaseOf(schema)}`);
	}
	for (const statement of dialect.functions(text(MACROS))) await cluster.exec(statement);
	for (const { name, kind } of relations) {
		if (stands.has(name)) continue;
		try {
			if (kind === 'input') await send(engine, cluster, name, columns);
			else if (name === HEIR) {
				await standHere(engine, cluster, BRANCH, columns);
				await engine.exec(`create or replace table ${name} as ${text(name)}`);
				await send(engine, cluster, name, columns);
			} else {
				const query = dialect.query(text(name));
				await cluster.exec(
					kind === 'view'
						? `create view ${placeOf(name)} as ${query}`
						: `create table ${placeOf(name)} engine = MergeTree order by tuple() as ${query}`
				);
			}
			const after = name === 'checks.shared' ? CHANGES[name]!.after! : null;
			if (after !== null) {
				const [, into, query] = /^insert into (\S+)\s+([^]*)$/.exec(after)!;
				await cluster.exec(`insert into ${placeOf(into!)} ${dialect.query(query!)}`);
			}
		} catch (error) {
			throw new Error(`${name}: ${(error as Error).message}`, { cause: error });
		}
	}
}
