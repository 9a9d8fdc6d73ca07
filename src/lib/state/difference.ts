import type { BrowserEngine } from '../engine/browser';
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
		examples: changed > 0 ? await examplesOf(engine, file, old, raw) : []
	};
}

async function examplesOf(
	engine: BrowserEngine,
	file: WorkFile,
	old: WorkFile | null,
	raw: (file: WorkFile, record: number) => Promise<string[] | null>
): Promise<ChangedRecord[]> {
	if (!old) return [];
	const [n, o] = [String(file.number), String(old.number)];
	const pairs = await engine.rows(
		`select key, if(source_file = ${n}, source_record, first_record) as after, if(source_file = ${n}, first_record, source_record) as before
		from checks.repeat
		where kind = 'conflict' and ((source_file = ${n} and first_file = ${o}) or (source_file = ${o} and first_file = ${n}))
		order by 2 limit ${String(EXAMPLES)}`
	);
	const examples: ChangedRecord[] = [];
	for (const pair of pairs) {
		const [before, after] = [await raw(old, Number(pair['before'])), await raw(file, Number(pair['after']))];
		const cells = file.how.header.map((column, i) => ({
			column,
			after: after?.[i] ?? '',
			before: before?.[old.how.header.indexOf(column)] ?? ''
		}));
		examples.push({
			key: String(pair['key']).replaceAll('\u001f', ' / '),
			cells: cells.filter((c) => c.before !== c.after)
		});
	}
	return examples;
}
