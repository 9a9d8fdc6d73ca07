import type { Row } from '../engine/engine';
import type { Store } from '../record/store';
import type { Commit } from '../record/stores';
import type { FileMeta } from '../record/file';
import type { MonthDifference } from '../month/month-results';
import { dictionaryOf, rowsOfDictionary, type DictionaryRows } from './dictionary-rows';
import { EMPTY_RESULTS, type Results } from '../sql/rows';

/** What is kept of a computation beside its rows. */
export interface KeptHead {
	/** SHA-256 and number of each file, for rows that name files by number. */
	files: [string, number][];
	late: [string, MonthDifference][];
	/** The log's head that the results are of. */
	at: string;
}

/** The head as it is stored: `pieces` names them, as `<result>/<month>/<number>`. */
interface Stored extends KeptHead {
	pieces: string[];
}

/** How many rows one piece holds: reading or writing one holds the page for a few milliseconds. */
const PIECE = 2500;

const HEAD = 'results';
const keyOf = (piece: string): string => `${HEAD}/${piece}`;

/** Results whose rows stay the same objects while their month does. */
const BY_MONTH: readonly string[] = ['lines', 'totals', 'units', 'nexts'] satisfies (keyof Results)[];

/** What a store holds, as far as this page put it there or took it from there. */
const held = new WeakMap<object, Map<string, Row[]>>();

/** Results in pieces, by name. */
function cut(results: Results): Map<string, Row[]> {
	const pieces = new Map<string, Row[]>();
	for (const [name, rows] of Object.entries(results) as [string, Row[]][]) {
		let [month, part]: [string | null, number] = [null, 0];
		let piece: Row[] = [];
		for (const row of rows) {
			const own = BY_MONTH.includes(name) ? String(row['month']) : '';
			if (own !== month || piece.length === PIECE) {
				part = own === month ? part + 1 : 0;
				month = own;
				pieces.set(`${name}/${month}/${String(part)}`, (piece = []));
			}
			piece.push(row);
		}
	}
	return pieces;
}

const isSame = (before: Row[] | undefined, after: Row[]): boolean =>
	before?.length === after.length && after.every((row, i) => row === before[i]);

/** What puts results into the store, as entries of it: the pieces that differ from those there; what is left of earlier ones goes with the same commit. */
export async function piecesOf(
	store: Store<FileMeta>,
	head: KeptHead,
	results: Results
): Promise<{ kept: NonNullable<Commit<FileMeta>['kept']>; done: () => void }> {
	const pieces = cut(results);
	const before = held.get(store);
	const there = new Set(await keysIn(store));
	const kept: [string, unknown][] = [];
	for (const [piece, rows] of pieces)
		if (!there.has(keyOf(piece)) || !isSame(before?.get(piece), rows))
			kept.push([keyOf(piece), dictionaryOf(rows)]);
	for (const key of there) if (!pieces.has(key.slice(HEAD.length + 1))) kept.push([key, undefined]);
	kept.push([HEAD, { ...head, pieces: [...pieces.keys()] } satisfies Stored]);
	return { kept, done: () => void held.set(store, pieces) };
}

/** What takes kept results out of the store. */
export const nothingOf = async (store: Store<FileMeta>): Promise<[string, undefined][]> => [
	...(await keysIn(store)).map((key): [string, undefined] => [key, undefined]),
	[HEAD, undefined]
];

/** The keys of the pieces that a store has; older builds numbered them. */
async function keysIn(store: Store<FileMeta>): Promise<string[]> {
	const pieces = ((await store.kept(HEAD)) as Partial<Stored> | undefined)?.pieces ?? [];
	return pieces.map((piece, i) => keyOf(piece.includes('/') ? piece : String(i)));
}

/** The results that are kept, read piece by piece; undefined where there are none or an older build kept them otherwise. */
export async function keptResults(
	store: Store<FileMeta>
): Promise<{ head: KeptHead; results: Results } | undefined> {
	const head = (await store.kept(HEAD)) as (Partial<Stored> & KeptHead) | undefined;
	if (!head?.pieces) return undefined;
	const results = Object.fromEntries(
		Object.keys(EMPTY_RESULTS).map((name) => [name, []])
	) as unknown as Record<string, Row[]>;
	const pieces = new Map<string, Row[]>();
	const kept = await store.keptUnder(`${HEAD}/`);
	for (const piece of head.pieces) {
		const found = kept.get(keyOf(piece)) as DictionaryRows | undefined;
		// an older build kept rows as they are
		if (found?.columns === undefined) return undefined;
		const rows = rowsOfDictionary(found);
		pieces.set(piece, rows);
		const own = results[piece.split('/')[0]!];
		if (own) for (const row of rows) own.push(row);
	}
	held.set(store, pieces);
	return { head, results: results as unknown as Results };
}

/** Notes that kept results are those of another head of the log, too. */
export async function settle(store: Store<FileMeta>, at: string): Promise<void> {
	const head = (await store.kept(HEAD)) as KeptHead | undefined;
	if (head) await store.keep(HEAD, { ...head, at });
}
