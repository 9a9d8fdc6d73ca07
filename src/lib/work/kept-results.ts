import type { Row } from '../engine/engine';
import type { Store } from '../record/store';
import type { Commit } from '../record/stores';
import type { FileMeta } from '../record/file';
import type { MonthDifference } from '../month/month-results';
import { EMPTY_RESULTS, type Results } from '../sql/rows';

/** What is kept of a computation beside its rows. */
export interface KeptHead {
	/** SHA-256 and number of each file, for rows that name files by number. */
	files: [string, number][];
	late: [string, MonthDifference][];
	/** The log's head that the results are of. */
	at: string;
}

/** The head as it is stored: `pieces` says whose rows each piece holds. */
interface Stored extends KeptHead {
	pieces: (keyof Results)[];
}

/** How many rows one piece holds: reading or writing one holds the page for a few milliseconds. */
const PIECE = 2500;

const HEAD = 'results';
const piece = (at: number): string => `${HEAD}/${String(at)}`;

/** Results as entries of the store, in pieces; what is left of earlier ones goes with the same commit. */
export async function piecesOf(
	store: Store<FileMeta>,
	head: KeptHead,
	results: Results
): Promise<NonNullable<Commit<FileMeta>['kept']>> {
	const kept: [string, unknown][] = [];
	const pieces: Stored['pieces'] = [];
	for (const [name, rows] of Object.entries(results) as [keyof Results, Row[]][])
		for (let from = 0; from < rows.length; from += PIECE) {
			kept.push([piece(pieces.length), rows.slice(from, from + PIECE)]);
			pieces.push(name);
		}
	return [...kept, ...(await beyond(store, pieces.length)), [HEAD, { ...head, pieces } satisfies Stored]];
}

/** What takes kept results out of the store. */
export const nothingOf = async (store: Store<FileMeta>): Promise<[string, undefined][]> => [
	...(await beyond(store, 0)),
	[HEAD, undefined]
];

/** The pieces of earlier results from one on, to be taken out. */
async function beyond(store: Store<FileMeta>, from: number): Promise<[string, undefined][]> {
	const old = ((await store.kept(HEAD)) as Partial<Stored> | undefined)?.pieces?.length ?? 0;
	return Array.from({ length: Math.max(0, old - from) }, (_, i) => [piece(from + i), undefined]);
}

/** The results that are kept, read piece by piece; undefined where there are none or an older build kept them whole. */
export async function keptResults(
	store: Store<FileMeta>
): Promise<{ head: KeptHead; results: Results } | undefined> {
	const head = (await store.kept(HEAD)) as (Partial<Stored> & KeptHead) | undefined;
	if (!head?.pieces) return undefined;
	const rowsBy = new Map<string, Row[]>(Object.keys(EMPTY_RESULTS).map((name) => [name, []]));
	for (const [at, name] of head.pieces.entries()) {
		const rows = (await store.kept(piece(at))) as Row[] | undefined;
		if (!rows) return undefined;
		rowsBy.get(name)?.push(...rows);
	}
	return { head, results: Object.fromEntries(rowsBy) as Results };
}

/** Notes that kept results are those of another head of the log, too. */
export async function settle(store: Store<FileMeta>, at: string): Promise<void> {
	const head = (await store.kept(HEAD)) as KeptHead | undefined;
	if (head) await store.keep(HEAD, { ...head, at });
}
