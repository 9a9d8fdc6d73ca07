import type { Cluster } from '../engine/clickhouse';
import type { Engine } from '../engine/engine';
import { DATASETS } from '../intake/dataset';
import { bring, columnsOf, databaseOf, makeTable, placeOf } from './cluster-tables';

/** The relations of the data sets, whose rows lie on the cluster. */
export const STAGED = new Set(DATASETS.map((d) => `staging.${d.relation}`));

/** Directories by which the cells of other files are understood: they are there and here. */
const DIRECTORIES = ['staging.branch', 'staging.person'];

/** What is told of the files beside their rows. */
const TOLD = ['staging.file', 'staging.aside', 'staging.lost_mark', 'staging.stated'];

/** Tells an engine of the rows that stand on the cluster already, and answers with the relations that are to be left as they are there; throws where no list of files stands. */
export async function takeStaged(engine: Engine, cluster: Cluster): Promise<Set<string>> {
	const columns = await columnsOf(engine);
	const stands = new Set(STAGED);
	for (const relation of STAGED) await makeTable(cluster, relation, columns, 'create table if not exists');
	for (const relation of TOLD) {
		const [there] = await cluster.rows(`exists table ${placeOf(relation)}`);
		if (Number(there!['result']) === 1) {
			const rows = await cluster.rows(`select * from ${placeOf(relation)}`);
			await bring(engine, relation, columns.get(relation)!, rows);
			stands.add(relation);
		} else if (relation === TOLD[0]) throw new Error(`${placeOf(relation)}: no such table`);
	}
	return stands;
}

/** An engine that holds everything but the rows of data sets, which go to the cluster. */
export interface Staging {
	engine: Engine;
	/** Makes the cluster's tables anew, empty; done by the first row at the latest, so that whatever fails before leaves them as they were. */
	begin: () => Promise<void>;
}

/** Sends the rows of data sets to the cluster, all else to the engine. */
export function stagingOn(engine: Engine, cluster: Cluster): Staging {
	let begun: Promise<void> | null = null;
	const begin = (): Promise<void> => (begun ??= emptied(engine, cluster));
	return {
		begin,
		engine: {
			...engine,
			async append(relation, batch) {
				if (STAGED.has(relation)) {
					await begin();
					await cluster.append(placeOf(relation), batch);
				}
				if (!STAGED.has(relation) || DIRECTORIES.includes(relation)) await engine.append(relation, batch);
			},
			async exec(sql) {
				// a file that is read again is taken out first
				for (const [, relation, where] of sql.matchAll(
					/delete from (staging\.\w+) (where source_file = \d+)/g
				))
					if (begun && STAGED.has(relation!))
						await cluster.exec(`delete from ${placeOf(relation!)} ${where!}`);
				await engine.exec(sql);
			}
		}
	};
}

async function emptied(engine: Engine, cluster: Cluster): Promise<void> {
	const columns = await columnsOf(engine);
	await cluster.exec(`create database if not exists ${databaseOf('staging')}`);
	for (const relation of STAGED) await makeTable(cluster, relation, columns);
}
