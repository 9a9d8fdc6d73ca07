import type { BrowserEngine } from '../engine/engine-client';
import { columnTitle, datasetOf } from '../intake/dataset';
import { preferences } from './preferences.svelte';
import type { ChangedRecord, Difference, WorkFile } from './files';

const EXAMPLES = 20;

/** Branches and people are what other files refer to: when they change, the others are read again. */
export const refersToOthers = (file: { dataset: string }): boolean =>
	file.dataset === 'branches' || file.dataset === 'people';

/** What a new file tells differently from those there, or takes the place of; null where it only adds. */
export async function differenceOf(
	engine: BrowserEngine,
	file: WorkFile,
	old: WorkFile | null,
	all: WorkFile[],
	raw: (file: WorkFile, record: number) => Promise<string[] | null>
): Promise<Difference | null> {
	const n = String(file.number);
	const pairs = await engine.rows(
		`select kind, count(*) as records from checks.repeat
		where (source_file = ${n}) <> (first_file = ${n}) group by kind`
	);
	const count = (kind: string): number => Number(pairs.find((p) => p['kind'] === kind)?.['records'] ?? 0);
	const [same, changed] = [count('duplicate'), count('conflict')];
	if (changed === 0 && !old) return null;
	return {
		path: file.path,
		replaces: old?.path ?? null,
		same,
		changed,
		added: file.tally.accepted - same - changed,
		gone: old ? Math.max(0, old.tally.accepted - same - changed) : 0,
		examples: changed > 0 ? await examplesOf(engine, file, all, raw) : []
	};
}

async function examplesOf(
	engine: BrowserEngine,
	file: WorkFile,
	all: WorkFile[],
	raw: (file: WorkFile, record: number) => Promise<string[] | null>
): Promise<ChangedRecord[]> {
	const n = String(file.number);
	const pairs = await engine.rows(
		`select key,
			if(source_file = ${n}, source_record, first_record) as after,
			if(source_file = ${n}, first_record, source_record) as before,
			if(source_file = ${n}, first_file, source_file) as other
		from checks.repeat
		where kind = 'conflict' and (source_file = ${n}) <> (first_file = ${n})
		order by 2 limit ${String(EXAMPLES)}`
	);
	const examples: ChangedRecord[] = [];
	for (const pair of pairs) {
		const other = all.find((f) => f.number === pair['other']);
		if (!other) continue;
		const before = columnTexts(other, await raw(other, Number(pair['before'])));
		const after = columnTexts(file, await raw(file, Number(pair['after'])));
		const columns = Object.keys({ ...before, ...after });
		const cells = columns.map((column) => ({
			column: columnTitle(datasetOf(file.dataset), column, preferences.lang),
			before: before[column] ?? '',
			after: after[column] ?? ''
		}));
		const key = String(pair['key']).replaceAll('\u001f', ' / ');
		examples.push({ key, cells: cells.filter((c) => c.before !== c.after) });
	}
	return examples;
}

/** A record's cells by canonical column, so that files with other headers compare. */
function columnTexts(file: WorkFile, cells: string[] | null): Record<string, string> {
	const columns = Object.entries(file.how.mapping?.columns ?? {});
	return Object.fromEntries(columns.map(([column, at]) => [column, cells?.[at] ?? '']));
}
