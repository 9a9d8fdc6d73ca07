import type { Engine, Row } from '../../src/lib/engine/engine';
import { openNodeEngine } from '../../src/lib/engine/node';
import { readSql } from '../../src/lib/sql/read';
import { RESULTS, readResult, readResults, type ResultName } from '../../src/lib/compute/results';
import type { Results } from '../../src/lib/sql/rows';
import { readIn, type Read, type ToRead } from '../../src/lib/compute/read-in-process';
import { fillAsked } from '../../src/lib/compute/asked';
import { CHANGES, FORGET } from '../../src/lib/compute/changes';
import { choosePolicies, loadAside, loadCalendar } from '../../src/lib/compute/inputs';
import { prepare, recompute, refill, settle } from '../../src/lib/compute/run';
import { STATUTORY } from '../../src/lib/calendar/workdays';
import { PIPELINE } from '../../src/lib/sql/pipeline';
import { survey, type Asked } from '../../src/lib/intake/survey';
import { bytesSource } from '../../src/lib/intake/source';
import { BUILT_IN, type Vocabulary } from '../../src/lib/intake/vocabulary';
import type { Policy } from '../../src/lib/policy/schema';
import { timeZoneOf } from '../../src/lib/policy/zone';
import { policyTables } from '../../src/lib/policy/tables';
import { namedIn, restedOn } from './ancestors';

export interface TextFile {
	path: string;
	bytes: Uint8Array;
}

/** A file as it was read. */
export type ReadText = Read;

/** The data sets that scores rest on: where a test gives none of one, it states that none came. */
export const RESTED = ['tickets', 'callbacks', 'attendance', 'spot_checks'];

let shared: Promise<Engine> | null = null;

/** One engine for all tests of a file. */
export const engine = (): Promise<Engine> => (shared ??= openNodeEngine());

const INPUTS = PIPELINE.flatMap(({ name, kind }) =>
	kind === 'input' && name.startsWith('staging.') && name !== 'staging.workday' ? [name] : []
);

/** What the shared engine holds, as whoever loaded it calls it, so that it needn't be loaded again; nothing once something else was. */
export const holding = { what: '' };

/** Empties an engine; what it has planned stays of use. */
export async function emptied(db: Engine): Promise<void> {
	if (!db.made.views) return prepare(db, readSql);
	await db.exec([...INPUTS.map((name) => `delete from ${name}`), FORGET].join('; '));
	await loadCalendar(db, STATUTORY);
}

/** Computes everything, or alone what queries rest on that are told, by the plans that there are: planning takes most of a computation of a few rows. */
export async function computed(db: Engine, queries?: string[]): Promise<void> {
	db.made.refills = 0;
	await db.exec(FORGET);
	if (queries && db.made.views) {
		const wanted = restedOn(queries.flatMap(namedIn));
		db.made.asked.clear();
		await refill(db, readSql, (name) => wanted.has(name), wanted.has('scores.total'), CHANGES);
	} else await recompute(db, readSql);
	await settle(db);
}

/** The rows of a query of what reports show. */
export async function reported(db: Engine, query: string): Promise<Row[]> {
	await fillAsked(db, readSql, [query]);
	return db.rows(query);
}

/** Reads files into an emptied engine, as the headless command does. */
export async function load(
	files: TextFile[],
	policies: Policy[],
	db?: Engine,
	vocabulary: Vocabulary = BUILT_IN,
	/** What is known of the files beforehand, and the data sets of which it is stated that none came. */
	{ asked = {}, none = RESTED }: { asked?: Asked; none?: string[] } = {}
): Promise<Read[]> {
	const into = db ?? (await engine());
	holding.what = '';
	await emptied(into);
	await choosePolicies(into, policyTables(policies));
	const tables: ToRead[] = [];
	for (const { path, bytes } of files) {
		const found = await survey(bytesSource(path, bytes), asked);
		if (found.unreadable) throw found.unreadable;
		tables.push(
			...found.tables.map((t) => ({ ...t, kind: found.kind, dataset: t.how.mapping?.dataset ?? null }))
		);
	}
	const read = await readIn(into, tables, { vocabulary, zone: timeZoneOf(policies) });
	await loadAside(
		into,
		read.flatMap((f) => f.outcome.aside.map((a) => ({ ...a, path: f.path, dataset: f.dataset }))),
		none.map((dataset) => ({ dataset, month: null }))
	);
	return read;
}

/** How files are scored in a test. */
interface Scoring<Name extends ResultName> {
	db?: Engine;
	/** The data sets of which it is stated that none came. */
	none?: string[];
	/** The results that are asked for, all where it isn't said: what they don't rest on isn't computed. */
	only?: readonly Name[];
	/** What else is asked of the engine afterwards. */
	also?: string[];
}

/** Loads files and computes results, every cell as text. */
export async function score<Name extends ResultName = ResultName>(
	files: TextFile[],
	policies: Policy[],
	{ db, none = RESTED, only, also = [] }: Scoring<Name> = {}
): Promise<Record<Name, Record<string, string>[]>> {
	const into = db ?? (await engine());
	await load(files, policies, into, BUILT_IN, { none });
	const names = only ?? (Object.keys(RESULTS) as Name[]);
	await computed(into, only && [...only.map((name) => RESULTS[name]), ...also]);
	const results: Partial<Record<ResultName, Record<string, string>[]>> = {};
	for (const name of names) results[name] = (await readResult(into, name)).map(asText);
	return results as Record<Name, Record<string, string>[]>;
}

/** Loads files and computes all results, as the screens have them. */
export async function results(files: TextFile[], policies: Policy[]): Promise<Results> {
	const into = await engine();
	await load(files, policies, into);
	await computed(into);
	return readResults(into);
}

const asText = (row: Row): Record<string, string> =>
	Object.fromEntries(Object.entries(row).map(([key, value]) => [key, value === null ? '' : String(value)]));
