import { createHash } from 'node:crypto';
import { statSync } from 'node:fs';
import { openNodeEngine } from '../../src/lib/engine/node';
import type { Batch } from '../../src/lib/intake/batch';
import { Counter } from '../../src/lib/intake/count';
import { OPEN_DIRECTORY } from '../../src/lib/intake/directory';
import { batchToIpc } from '../../src/lib/intake/ipc';
import { readFile } from '../../src/lib/intake/read-file';
import { Scanner } from '../../src/lib/intake/scan';
import { slices } from '../../src/lib/intake/source';
import { survey } from '../../src/lib/intake/survey';
import { BUILT_IN } from '../../src/lib/intake/vocabulary';
import { listFiles, loadPolicies } from '../../src/lib/compute/inputs';
import { compute, prepare } from '../../src/lib/compute/run';
import { readResults } from '../../src/lib/compute/results';
import { policyTables } from '../../src/lib/policy/tables';
import { readSql } from '../../src/lib/sql/read';
import { readPolicies } from '../read-policies';
import { diskSource } from '../sources';

/** Milliseconds that each stage of the intake and the computation takes in Node, every stage alone, and every relation. */
export async function nodeStages(path: string): Promise<Record<string, number>> {
	const found: Record<string, number> = {};
	const timed = async <T>(name: string, work: () => Promise<T>): Promise<T> => {
		const start = performance.now();
		const done = await work();
		found[name] = Math.round((performance.now() - start) * 10) / 10;
		return done;
	};
	const source = diskSource(path, 'callbacks.csv');
	const over = async (each: (bytes: Uint8Array) => void): Promise<void> => {
		for await (const slice of slices(source)) each(slice);
	};
	await over(() => {});
	const hash = createHash('sha256');
	await timed('hash', () => over((bytes) => void hash.update(bytes)));
	const { tables } = await timed('survey', () => survey(source));
	const { encoding, how } = tables[0]!;
	let cells = 0;
	const scanner = new Scanner(44, 34, (record) => (cells += record.count));
	await timed('scan', () => over((bytes) => scanner.push(bytes)));
	const counter = new Counter(44, 34);
	await timed('count', () => over((bytes) => counter.push(bytes)));
	if (cells === 0 || counter.records === 0) throw new Error(`${path}: no records`);
	const batches: Batch[] = [];
	const meaning = {
		vocabulary: BUILT_IN,
		directory: OPEN_DIRECTORY,
		scale: 5,
		zone: 'Asia/Shanghai'
	} as const;
	await timed('scan_count_type', async () => {
		await readFile(source, encoding, how, meaning, 1, {
			batch: (batch) => Promise.resolve(void batches.push(batch)),
			reject: () => Promise.resolve(),
			restart: () => Promise.resolve(void (batches.length = 0))
		});
	});
	found['type'] = found['scan_count_type']! - found['scan']! - found['count']!;
	await timed('ipc', () => {
		for (const batch of batches) batchToIpc(batch);
		return Promise.resolve();
	});
	const engine = await timed('engine', openNodeEngine);
	await timed('prepare', async () => {
		await prepare(engine, readSql);
		await loadPolicies(engine, policyTables(readPolicies()));
	});
	await timed('ipc_insert', async () => {
		for (const batch of batches) await engine.append(`staging.${batch.relation}`, batch);
	});
	found['insert'] = found['ipc_insert']! - found['ipc']!;
	await listFiles(engine, [{ number: 1, path: 'callbacks.csv', dataset: 'callbacks', precedence: 0 }]);
	performance.clearMeasures();
	await timed('compute', () => compute(engine, readSql));
	for (const { name, duration } of performance.getEntriesByType('measure'))
		if (duration >= 1) found[name.slice('kaohe:'.length)] = Math.round(duration * 10) / 10;
	await timed('results', () => readResults(engine));
	await engine.close();
	found['megabytes'] = Math.round(statSync(path).size / 1e6);
	return found;
}
