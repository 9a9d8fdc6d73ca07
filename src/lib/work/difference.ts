import { rowsAs } from '../compute/results';
import type { ConflictRow, PairRow } from '../reports/rows';
import { conflictsOf, repeatsBy } from '../compute/repeats';
import type { BrowserEngine } from '../engine/engine-client';
import type { ChangedRecord, Difference } from './files';
import type { WorkFile } from '../record/file';

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
	const pairs = await rowsAs<PairRow>(engine, repeatsBy(file.number));
	const count = (kind: PairRow['kind']): number =>
		pairs.filter((p) => p.kind === kind).reduce((sum, p) => sum + p.records, 0);
	const [same, changed] = [count('duplicate'), count('conflict')];
	const former = old ?? formerOf(file, all, pairs);
	if (changed === 0 && !former) return null;
	return {
		path: file.path,
		dataset: file.dataset,
		replaces: former?.path ?? null,
		same,
		changed,
		added: file.tally.accepted - same - changed,
		gone: former ? Math.max(0, former.tally.accepted - same - changed) : 0,
		examples: changed > 0 ? await examplesOf(engine, file, all, raw) : []
	};
}

/** The file that a new one is most likely a corrected copy of, whatever it is called: most of either one's keys are the other's. */
function formerOf(file: WorkFile, all: WorkFile[], pairs: PairRow[]): WorkFile | null {
	const shared = new Map<number, number>();
	for (const pair of pairs) {
		const { other } = pair;
		shared.set(other, (shared.get(other) ?? 0) + pair.records);
	}
	const [most] = [...shared].sort((a, b) => b[1] - a[1]);
	const found = most && all.find((f) => f.number === most[0]);
	if (!found) return null;
	return most[1] * 2 > Math.min(file.tally.accepted, found.tally.accepted) ? found : null;
}

async function examplesOf(
	engine: BrowserEngine,
	file: WorkFile,
	all: WorkFile[],
	raw: (file: WorkFile, record: number) => Promise<string[] | null>
): Promise<ChangedRecord[]> {
	const pairs = await rowsAs<ConflictRow>(engine, conflictsOf(file.number, EXAMPLES));
	const examples: ChangedRecord[] = [];
	for (const pair of pairs) {
		const other = all.find((f) => f.number === pair.other);
		if (!other) continue;
		const before = columnTexts(other, await raw(other, pair.before));
		const after = columnTexts(file, await raw(file, pair.after));
		const columns = Object.keys({ ...before, ...after });
		const cells = columns.map((column) => ({
			column,
			before: before[column] ?? '',
			after: after[column] ?? ''
		}));
		examples.push({ key: pair.key.split('\u001f'), cells: cells.filter((c) => c.before !== c.after) });
	}
	return examples;
}

/** A record's cells by canonical column, so that files with other headers compare. */
function columnTexts(file: WorkFile, cells: string[] | null): Record<string, string> {
	const columns = Object.entries(file.how.mapping?.columns ?? {});
	return Object.fromEntries(columns.map(([column, at]) => [column, cells?.[at] ?? '']));
}
