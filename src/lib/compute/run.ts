import { measured } from '../calendar/measured';
import { MACROS, PIPELINE, type Relation } from '../sql/pipeline';
import type { Engine } from '../engine/engine';
import { STATUTORY } from '../calendar/workdays';
import { CHANGES, FORGET, SETTLE, type Around } from './changes';
import { loadCalendar, WORKDAY } from './inputs';

/** Gives the text of a relation by name. */
export type SqlText = (name: string) => string;

const DOES: Record<Relation['kind'], string> = {
	input: 'create or replace table',
	view: 'create or replace view',
	table: 'create or replace table',
	sliced: 'create or replace table',
	asked: 'create or replace table'
};

/** Sums of slices where nobody scores any. */
const NO_SLICES = `select
	null::varchar as measure, null::bigint as per, null::varchar as month, null::varchar as branch,
	null::varchar as person, null::varchar as "group", null::hugeint as numerator, null::hugeint as denominator
where false`;

async function make(engine: Engine, text: SqlText, { name, kind }: Relation): Promise<void> {
	try {
		// what nobody has asked for yet holds nothing
		const rows =
			kind === 'asked' ? `from (${text(name)}) limit 0` : kind === 'sliced' ? NO_SLICES : text(name);
		await measured(name, () => engine.exec(`${DOES[kind]} ${name} as\n${rows}`));
	} catch (error) {
		throw new Error(`${name}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
	}
}

/** Makes the schemas, the macros and the input relations, empty but for the calendar. */
export async function prepare(engine: Engine, text: SqlText): Promise<void> {
	Object.assign(engine.made, { policies: null, results: null });
	engine.made.asked.clear();
	const schemas = new Set(PIPELINE.map(({ name }) => name.split('.')[0]!)).add('macro');
	for (const schema of schemas) await engine.exec(`create schema if not exists ${schema}`);
	await engine.exec(text(MACROS));
	for (const relation of PIPELINE)
		if (relation.kind === 'input' && !(relation.name === WORKDAY && engine.made.calendar !== null))
			await make(engine, text, relation);
	await loadCalendar(engine, STATUTORY);
}

/** Whether a relation holds rows that are computed when the pipeline runs. */
const isFilled = ({ kind }: Relation): boolean => kind === 'table' || kind === 'sliced';

const computed = PIPELINE.filter((relation) => relation.kind !== 'input');

/** Computes everything that follows from the inputs, in the pipeline's order, but for what stands already. */
export async function compute(
	engine: Engine,
	text: SqlText,
	stands: ReadonlySet<string> = new Set()
): Promise<void> {
	const all = async (relations: Relation[]): Promise<void> => {
		for (const relation of relations) {
			if (stands.has(relation.name) || (!isFilled(relation) && engine.made.views)) continue;
			await make(engine, text, relation);
			if (relation.kind === 'sliced' && engine.made.slices)
				await engine.exec(`insert into ${relation.name}\n${text(relation.name)}`);
			const { after } = CHANGES[relation.name] ?? {};
			if (after !== undefined) await engine.exec(after);
		}
	};
	await engine.exec(FORGET);
	// a plan that is older than a table is made anew whenever it serves
	engine.made.plans.clear();
	engine.made.asked.clear();
	await all(computed);
	Object.assign(engine.made, { views: true, empty: false, refills: 0 });
	await scoreManagers(engine, () => all(computed.slice(computed.findIndex((r) => r.name === FROM_STAFF))));
	await engine.exec(SETTLE);
}

/** The first relation that follows from the staff's totals. */
const FROM_STAFF = 'measures.every';

/** A card that scores the staff's mean needs the staff's totals first: what follows from them is computed a second time, in the months in scope. */
async function scoreManagers(engine: Engine, again: () => Promise<void>): Promise<void> {
	const managers = `select scorecard from policy.line where measure = 'staff_appraisal'`;
	const [first] = await engine.rows(
		`select 1 as one from scores.card where scorecard in (${managers}) limit 1`
	);
	if (!first) return;
	await engine.exec(`delete from staging.appraisal
		where not exists (from staging.scope) or month in (select month from staging.scope)`);
	await engine.exec(`insert into staging.appraisal
		select total.month, card.branch, total.unit, total.total
		from scores.total
		join scores.card using (month, unit_kind, unit)
		where total.unit_kind = 'person' and total.status = 'ok' and card.scorecard not in (${managers})`);
	await again();
}

/** Computes what follows from nothing and plans the filling of its tables, as long as nothing else is wanted: when files come, views and plans stand. */
export async function warmUp(engine: Engine, text: SqlText, idle: () => boolean): Promise<void> {
	for (const relation of computed) {
		if (!idle()) return;
		await make(engine, text, relation);
	}
	Object.assign(engine.made, { views: true, empty: true, refills: 0 });
	for (const { name, kind } of computed) {
		if (!idle()) return;
		if (kind === 'table') await plan(engine, text, name);
	}
}

/** How often tables are filled anew before it is looked how much memory they take. */
const REFILLS = 20;

/** From how many bytes on tables are packed: many small ones take more, packed. */
const PACKED_FROM = 400_000_000;

/** Looks now and then how much memory tables take, and packs them where it is much. */
export async function packIfDue(engine: Engine): Promise<void> {
	if (engine.made.refills >= REFILLS) await pack(engine, PACKED_FROM);
}

/** Packs tables that take so many bytes: what is deleted from a table in memory is given back by a checkpoint alone. */
export async function pack(engine: Engine, from: number): Promise<void> {
	engine.made.refills = 0;
	const [held] = await engine.rows(
		`select sum(memory_usage_bytes)::double as bytes from duckdb_memory() where tag = 'IN_MEMORY_TABLE'`
	);
	if ((held!['bytes'] as number) >= from) await engine.pack();
}

/** Computes what changed since the last time by the plans that stand; until `settle`, `staging.scope` names the months that are scored anew, and where it is empty all were. */
export async function recompute(engine: Engine, text: SqlText): Promise<void> {
	const { made } = engine;
	if (!made.views) return compute(engine, text);
	await packIfDue(engine);
	made.refills++;
	made.asked.clear();
	made.empty = false;
	// where this fails in the middle, nothing that stands may be built on
	made.views = false;
	await refill(engine, text, () => true, true, CHANGES);
	made.views = true;
}

/** Finds the repeated records of the files listed, without computing anything else. */
export async function findRepeats(engine: Engine, text: SqlText): Promise<void> {
	if (engine.made.views) return refill(engine, text, (name) => name.startsWith('checks.'), false, CHANGES);
	for (const relation of computed.filter(({ name }) => name.startsWith('checks.')))
		await make(engine, text, relation);
}

/** What was computed stands from now on: the next time begins from there. */
export const settle = (engine: Engine): Promise<void> => engine.exec(SETTLE);

export const planOf = (name: string): string => `refill_${name.replace('.', '_')}`;

/** Plans the filling of a table, where it isn't planned yet. */
export async function plan(engine: Engine, text: SqlText, name: string): Promise<void> {
	if (engine.made.plans.has(planOf(name))) return;
	await engine.exec(`prepare ${planOf(name)} as insert into ${name}\n${text(name)}`);
	engine.made.plans.add(planOf(name));
}

const SLICED = 'measures.sliced';

/** The computed tables that are wanted, in the pipeline's order. */
const filledOf = (wanted: (name: string) => boolean): string[] =>
	computed.flatMap((r) => (isFilled(r) && wanted(r.name) ? [r.name] : []));

/** Plans the filling of the tables that are wanted, of slices where there will be some: then `refill` sends all at once. */
export async function planAll(
	engine: Engine,
	text: SqlText,
	wanted: (name: string) => boolean,
	slices = engine.made.slices
): Promise<void> {
	for (const name of filledOf(wanted)) if (name !== SLICED || slices) await plan(engine, text, name);
}

/** Fills the computed tables anew that are wanted, by the text that made them, after statements that come first; nothing is made or dropped, so a transaction can take it all back, and the plans serve again. */
export async function refill(
	engine: Engine,
	text: SqlText,
	wanted: (name: string) => boolean,
	withManagers: boolean,
	around: Around = {},
	first: string[] = []
): Promise<void> {
	const names = filledOf(wanted);
	const isIdle = (name: string): boolean => name === SLICED && !engine.made.slices;
	// told anew each time: the staff's totals are filled in before the managers are scored
	const fill = async (list: string[], before: string[] = []): Promise<void> => {
		const unplanned = list.filter((name) => !engine.made.plans.has(planOf(name)) && !isIdle(name));
		for (const name of unplanned) await plan(engine, text, name);
		const steps = list.flatMap((name) => {
			const { before = `delete from ${name}`, after } = around[name] ?? {};
			return [before, isIdle(name) ? '' : `execute ${planOf(name)}`, after ?? ''];
		});
		await engine.exec([...before, ...steps].filter((step) => step !== '').join('; '));
	};
	await fill(names, first);
	if (withManagers) {
		const order = computed.map((r) => r.name);
		const later = names.filter((name) => order.indexOf(name) >= order.indexOf(FROM_STAFF));
		await scoreManagers(engine, () => fill([...new Set([FROM_STAFF, ...later])]));
	}
}
