import { loadPolicies } from '../../src/lib/compute/inputs';
import { compute, prepare } from '../../src/lib/compute/run';
import { policyTables } from '../../src/lib/policy/tables';
import { readSql } from '../../src/lib/sql/read';
import { openNativeEngine } from '../../src/lib/engine/native';
import { readPolicies } from '../read-policies';

const COLUMNS = 'callback branch person customer class called_at channel result satisfaction note'.split(' ');

/** Reads a file of callbacks into a native engine by DuckDB's own CSV reader; seconds from the file to the scores. */
export async function native(file: string, threads: number): Promise<number> {
	const engine = await openNativeEngine({ threads, reads: true });
	await prepare(engine, readSql);
	await loadPolicies(engine, policyTables(readPolicies()));
	const start = performance.now();
	await engine.exec(`insert into staging.callback by name
		select callback, branch, person, customer, class, class as class_text,
			strptime(called_at, '%Y-%m-%d %H:%M:%S') as called_at,
			if(channel = '电话', 'phone', null) as channel, channel as channel_text,
			result, result as result_text, satisfaction, satisfaction as satisfaction_text, note,
			0 as source_file, row_number() over () as source_record, 1 + row_number() over () as source_line
		from read_csv('${file}', auto_detect = false, header = true, delim = ',', quote = '"', escape = '"', parallel = true,
			columns = {${COLUMNS.map((c) => `'${c}': 'VARCHAR'`).join(', ')}})`);
	await engine.exec(`insert into staging.file values (0, 'callbacks.csv', 'callbacks', 0)`);
	await compute(engine, readSql);
	const seconds = (performance.now() - start) / 1000;
	await engine.close();
	return seconds;
}
