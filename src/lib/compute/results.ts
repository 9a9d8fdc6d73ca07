import type { Engine, Row } from '../engine/engine';
import type { ResultRows, Results } from '../sql/rows';
import { settle } from './run';

const decimal = (column: string): string => `macro.decimal_text("${column}") as "${column}"`;
const points = (column: string): string =>
	`if("${column}" is null, null, trim(rtrim(macro.decimal_text("${column}"::hugeint * 1000), '0'), '.')) as "${column}"`;

/** A whole number of parts as a figure: up to six decimals, none where it is whole. */
const figure = (parts: string, per: string): string =>
	`case when ${parts} % (${per}) = 0 then (${parts} // (${per}))::varchar
			else trim(rtrim(macro.decimal_text(macro.half_up(${parts} * 1000000, ${per})), '0'), '.') end`;

/** Months in scope alone, where some are. */
const SCOPED = 'semi join scores.scoped using (month, unit_kind)';

/** What the screens and the headless command read once a computation is done; numbers as exact text. */
export const RESULTS = {
	lines: `select month, unit_kind, unit, scorecard, line, ${figure('numerator', 'per')} as numerator,
		${figure('denominator', 'scale * per')} as denominator,
		value, tier, ${points('deduction')}, ${points('beyond_floor')}, ${points('points')}, ${points('weight')}, status, clause
		from scores.line ${SCOPED} order by month, unit_kind, unit, line`,
	totals: `select month, unit_kind, unit, ${['kpi_points', 'self', 'leader', 'group', 'blended', 'merits', 'criticism', 'audit', 'total'].map(decimal).join(', ')}, status, missing, scorecard
		from scores.total ${SCOPED} order by month, unit_kind, unit`,
	rankings: `select period, unit_kind, unit, ${decimal('total')}, rank, tied, ranked_units, scorecard from (
			select period, unit_kind, unit, total, rank, tied, ranked_units, scorecard from rankings.month
			union all
			select period, unit_kind, unit, total, rank, tied, ranked_units, scorecard from rankings.quarter
		) order by period, unit_kind, rank, unit`,
	renamed: `select month, last_month, unit, heir from rankings.renamed order by all`,
	unranked: `select month, unit_kind, unit, reason, needed from rankings.unranked order by all`,
	units: `select month, unit_kind, unit, branch, name, post from rows.unit ${SCOPED} order by month, unit_kind, unit`,
	coverage: `select dataset, month, branch, records from reports.coverage order by dataset, month, branch`,
	notices: `select month, branch, notice, records from reports.notice order by month, branch, notice`,
	gaps: `select month, branch, dataset, strftime(week, '%Y-%m-%d') as week from reports.week where records = 0 order by month, branch, dataset, week`,
	unread: `select month, dataset, branch from facts.unread order by month, dataset, branch`,
	origins: `select source_file, month from reports.origin order by source_file, month`,
	rules: `select month, policy from policy.rule order by month`,
	nexts: `select month, unit_kind, unit, line, next_tier, needed, ${points('gain')}, lone_tier from scores.next order by month, unit_kind, unit, line`,
	years: `select period, unit_kind, unit, scorecard, ${decimal('mean')}, months, missing, prizes, reading, if(reading = 'sum', macro.decimal_text(standing), null) as sum, rank from awards.year order by period, unit_kind, rank, unit`,
	awards: `select period, award, unit_kind, unit, rank, ${points('amount')} from awards.prize order by period, award, unit_kind, rank, unit`,
	repeats: `select source_file, kind, key, source_record, source_line, dataset from checks.repeat order by all limit 20000`,
	followups: `select period, kind, unit_kind, unit, rank, due_days, calendar from awards.followup order by period, kind, unit_kind, rank, unit`
} as const satisfies Record<keyof ResultRows, string>;

export type ResultName = keyof typeof RESULTS;

/** The rows of a query whose columns are known: the door at which the engine's rows get their type. */
export const rowsAs = async <Of>(engine: Pick<Engine, 'rows'>, query: string): Promise<Of[]> =>
	(await engine.rows(query)) as Of[];

/** Reads one result, by a plan that stands; that its rows are of that type is held by a test against what the engine describes. */
export async function readResult<Name extends ResultName>(
	engine: Engine,
	name: Name
): Promise<ResultRows[Name][]> {
	const plan = `result_${name}`;
	if (!engine.made.plans.has(plan)) {
		await engine.exec(`prepare ${plan} as ${RESULTS[name]}`);
		engine.made.plans.add(plan);
	}
	return rowsAs<ResultRows[Name]>(engine, `execute ${plan}`);
}

/** Reads all results, one after another. */
export async function readResults(engine: Engine): Promise<Results> {
	const results: Partial<Record<ResultName, Row[]>> = {};
	for (const name of Object.keys(RESULTS) as ResultName[]) results[name] = await readResult(engine, name);
	return results as Results;
}

/** Results whose rows of a month stand while the month isn't in scope. */
const STANDING = ['lines', 'totals', 'units', 'nexts'] as const;

/** Reads what changed in the months that were scored anew, puts it in the place of what they were before, and lets it stand. */
export async function changedResults(engine: Engine): Promise<Results> {
	const { made } = engine;
	const before = made.results;
	made.results = null;
	if (!before) await engine.exec('delete from staging.scope');
	const kept = await rowsAs<{ month: string }>(
		engine,
		`select month from scores.basis where exists (from staging.scope) and month not in (select month from staging.scope)`
	);
	const months = new Set(kept.map(({ month }) => month));
	const results = await readResults(engine);
	if (before && months.size > 0)
		for (const name of STANDING)
			Object.assign(results, { [name]: beside(before[name], months, results[name]) });
	await settle(engine);
	made.results = results;
	return results;
}

/** Rows of some months and rows of others, by month. */
function beside(
	before: { month: string }[],
	months: Set<string>,
	others: { month: string }[]
): { month: string }[] {
	const rows = [...before.filter(({ month }) => months.has(month)), ...others];
	// rows of a month stay in their order
	return rows.sort((a, b) => (a.month < b.month ? -1 : a.month > b.month ? 1 : 0));
}
