import { measured } from '../calendar/measured';
import wasmUrl from '$lib/engine/wasm-url';
import type { Calendar } from '../calendar/workdays';
import type { Policy } from '../policy/schema';
import { policyTables } from '../policy/tables';
import { openBrowserEngine, type BrowserEngine } from '../engine/engine-client';
import { sqlText } from '../sql/text';
import type { AsideRow } from '../intake/set-aside';
import type { Vocabulary } from '../intake/vocabulary';
import type { Row } from '../engine/engine';
import { loadShown, type Shown } from './shown';
import { loadThemes } from './themes';
import { changedResults, readResults } from './results';
import type { Results } from '../sql/rows';
import { runTrial, runUnder, runUnsealed, type TrialOutcome, type Rescoring } from './trial';
import { type Trial } from './scope';
import { adjust, type Adjustment } from './adjust';
import { fillAsked } from './asked';
import { choosePolicies, loadAside, loadCalendar, loadSealed, type SealedRows, type Stated } from './inputs';
import * as run from './run';

/** An engine with no files and no policies in it. */
export async function openWorkbench(): Promise<BrowserEngine> {
	const engine = await measured('engine', () => openBrowserEngine(wasmUrl()));
	await measured('prepare', () => reset(engine));
	return engine;
}

/** Has an engine without files make its views and plans, as long as nothing else is wanted of it. */
export const warm = (engine: BrowserEngine, idle: () => boolean): Promise<void> =>
	measured('warm', async () => {
		await run.warmUp(engine, sqlText, idle);
		if (idle()) await readResults(engine);
	});

/** Empties the engine. */
export const reset = (engine: BrowserEngine): Promise<void> => run.prepare(engine, sqlText);

/** Finds the repeated records among the files listed, without computing anything else. */
export const findRepeats = (engine: BrowserEngine): Promise<void> => run.findRepeats(engine, sqlText);

/** Computes what changed since the last time by these versions of the policy, the calendar, the ledger's corrections and what sealed months hold, and reads what the screens need. */
export async function computeAll(
	engine: BrowserEngine,
	policies: Policy[],
	calendar: Calendar,
	corrections: Adjustment[],
	sealed: SealedRows,
	{ aside, stated }: { aside: AsideRow[]; stated: Stated[] }
): Promise<Results> {
	await measured('inputs', async () => {
		await choosePolicies(engine, policyTables(policies));
		await loadCalendar(engine, calendar);
		await engine.exec('delete from staging.adjustment');
		await adjust(engine, corrections);
		await loadSealed(engine, sealed);
		await loadAside(engine, aside, stated);
	});
	await measured('compute', () => run.recompute(engine, sqlText));
	return measured('results', () => changedResults(engine));
}

/** Tells the engine what the reports show, and the words that opinions are sorted by. */
export async function show(engine: BrowserEngine, shown: Shown, vocabulary: Vocabulary): Promise<void> {
	await loadThemes(engine, vocabulary);
	await loadShown(engine, shown);
}

/** The rows of a query, which may be of what reports show. */
export async function rows(engine: BrowserEngine, query: string, signal?: AbortSignal): Promise<Row[]> {
	await fillAsked(engine, sqlText, [query], signal);
	return engine.rows(query);
}

/** Scores by a trial and takes it back. */
export const tryOut = (engine: BrowserEngine, trial: Trial): Promise<TrialOutcome> =>
	runTrial(engine, sqlText, trial);

/** The rows of queries when months are scored by another version. */
export const under = (engine: BrowserEngine, by: Rescoring, queries: string[]): Promise<Row[][]> =>
	runUnder(engine, sqlText, by, queries);

/** What ranks, prizes and follow-ups would be if a sealed month were open. */
export const unsealed = (
	engine: BrowserEngine,
	month: string
): Promise<Pick<Results, 'rankings' | 'awards' | 'followups'>> => runUnsealed(engine, sqlText, month);
