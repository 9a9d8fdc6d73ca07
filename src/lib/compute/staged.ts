import type { Cluster } from '../engine/clickhouse';
import type { Engine } from '../engine/engine';
import { DATASETS } from '../intake/dataset';
import { bring, columnsOf, databaseOf, makeTable, placeOf } from './cluster-tables';
import { prepare, type SqlText } from './run';

/** The relations of the data sets, whose rows lie on the cluster. */
export const STAGED = new Set(DATASETS.map((d) => `staging.${d.relation}`));

/** Directories by which the cells of other files are understood: they are there and here. */
const DIRECTORIES = ['staging.branch', 'staging.person'];

/** What is told of the files beside their rows. */
const TOLD = ['staging.file', 'staging.aside', 'staging.stated'];

/** Tells an engine of the rows that stand on the cluster already; throws where no list of files does. */
export async function takeStaged(engine: Engine, cluster: Cluster): Promise<void> {
	const columns = await columnsOf(engine);
	for (const relation of STAGED) await makeTable(cluster, relation, columns, 'create table if not exists');
	for (const relation of TOLD) {
		const [there] = await cluster.rows(`exists table ${placeOf(relation)}`);
		if (Number(there!['result']) === 1)
			await bring(
				engine,
				relation,
				columns.get(relation)!,
				await cluster.rows(`select * from ${placeOf(relation)}`)
			);
		else if (relation === TOLD[0]) throw new Error(`${placeOf(relation)}: no such table`);
	}
}

/** An engine that holds everything but the rows of data sets, which go to the cluster; its tables for them are made empty. */
export async function stagingOn(engine: Engine, cluster: Cluster, text: SqlText): Promise<Engine> {
	await prepare(engine, text);
	const columns = await columnsOf(engine);
	await cluster.exec(`create database if not exists ${databaseOf('staging')}`);
	for (const relation of STAGED) await makeTable(cluster, relation, columns);
	return {
		...engine,
		async append(relation, batch) {
			if (STAGED.has(relation)) await cluster.append(placeOf(relation), batch);
			if (!STAGED.has(relation) || DIRECTORIES.includes(relation)) await engine.append(relation, batch);
		},
		async exec(sql) {
			// a file that is read again is taken out first
			for (const [, relation, where] of sql.matchAll(/delete from (staging\.\w+) (where source_file = \d+)/g))
				if (STAGED.has(relation!)) await cluster.exec(`delete from ${placeOf(relation!)} ${where!}`);
			await engine.exec(sql);
		}
	};
}
