import type { Policy } from '../policy/schema';
import { measureKey, rekeyed, slicesIn } from '../policy/slice';
import { policyTables } from '../policy/tables';
import { touchedLines } from '../policy/touched';
import type { Engine, Row } from '../engine/engine';
import { readResult, RESULTS, rowsAs } from './results';
import type { AwardRow, LineRow, NextRow, RankingRow, Results } from '../sql/rows';
import { loadPolicies } from './inputs';
import type { Around } from './changes';
import { planAll, refill, type SqlText } from './run';
import {
	BESIDE_LINES,
	BESIDE_MERITS,
	COUNTED,
	LATER,
	SKIPPED,
	scoresStaffOfBranches,
	kindsOf,
	scope,
	keepOthers,
	leaveOut,
	rekey,
	unseal,
	type Trial
} from './scope';
import { literal } from '../sql/literal';
import { adjust } from './adjust';
import { takenBack } from './taken-back';

/** Totals with ranks, and prizes, of a trial: totals as decimal texts, amounts in thousandths of a yuan. */
export interface TrialOutcome {
	rankings: Omit<RankingRow, 'tied' | 'ranked_units'>[];
	prizes: Omit<AwardRow, 'rank'>[];
	/** The lines of the unit watched, and what reaches the next tier of each. */
	lines: AheadRow[];
	/** The totals of the unit watched, by month: those that the rules don't rank have one, too. */
	totals: { month: string; total: string }[];
}

/** A line with what reaches its next tier. */
export type AheadRow = LineRow & Omit<NextRow, 'month' | 'unit_kind' | 'unit' | 'line'>;

/** Scores by a trial's policy inside a transaction that is always rolled back. */
export async function runTrial(engine: Engine, text: SqlText, trial: Trial): Promise<TrialOutcome> {
	const loaded = new Map(
		policyTables(trial.inForce).map((table) => [table.name, JSON.stringify(table.rows)])
	);
	const tables = policyTables(trial.policies);
	const changed = tables.filter((table) => loaded.get(table.name) !== JSON.stringify(table.rows));
	const changes = (...names: string[]): boolean => changed.some(({ name }) => names.includes(name));
	const parts = changes('part', 'flexible', 'exempt', 'clock', 'stop', 'version');
	const staffed = trial.policies.some(scoresStaffOfBranches);
	const leaves = (trial.without ?? []).length > 0;
	const adjusts = trial.adjustments.length > 0;
	const counted =
		parts ||
		leaves ||
		changes('slice') ||
		trial.readings.some((reading) => COUNTED.some((name) => text(name).includes(reading)));
	const withManagers = staffed || kindsOf(trial).includes('person');
	const touched =
		parts || leaves || withManagers || adjusts || trial.months.length === 0
			? null
			: touchedLines(trial.inForce, trial.policies);
	const wanted = (name: string): boolean =>
		LATER.includes(name) &&
		!SKIPPED.has(name) &&
		(counted || !COUNTED.includes(name)) &&
		!(touched && (BESIDE_LINES.has(name) || (BESIDE_MERITS.has(name) && !changes('merit'))));
	const first = [
		...rekey(rekeyed(trial.inForce, trial.policies)),
		...(staffed ? [] : scope(trial)),
		...(trial.unsealed?.length === 0 ? [] : unseal(trial.unsealed ?? trial.months)),
		...leaveOut(trial.without ?? []),
		...(touched ? keepOthers(touched, trial) : [])
	];
	await planAll(engine, text, wanted, slicesIn(trial.policies).length > 0);
	const around: Around = touched ? { 'scores.line': { before: '' } } : {};
	const waits = adjusts || withManagers;
	const fill = async (): Promise<void> => {
		const loading = loadPolicies(engine, changed);
		if (waits) await loading;
		if (adjusts) {
			if (first.length > 0) await engine.exec(first.splice(0).join('; '));
			await adjust(engine, trial.adjustments);
		}
		await Promise.all([loading, refill(engine, text, wanted, withManagers, around, first)]);
	};
	return takenBack(engine, fill, () => outcomeOf(engine, trial), { waits });
}

/** What a trial that is filled in gives. */
async function outcomeOf(engine: Engine, { period, months, watch, unitKind }: Trial): Promise<TrialOutcome> {
	// a rolling span belongs to the period that it ends in
	const within =
		period === null
			? ''
			: `where period = ${literal(period)} or period like ${literal(`%~${months.at(-1) ?? ''}`)}`;
	const [rankings, prizes, lines, totals] = await Promise.all([
		rowsAs<TrialOutcome['rankings'][number]>(
			engine,
			`
			select period, unit_kind, unit, scorecard, macro.decimal_text(total) as total, rank
			from (
				select period, unit_kind, unit, scorecard, total, rank from rankings.month
				union all
				select period, unit_kind, unit, scorecard, total, rank from rankings.quarter
			)
			${within} order by all`
		),
		rowsAs<TrialOutcome['prizes'][number]>(
			engine,
			'select period, award, unit_kind, unit, amount::varchar as amount from awards.prize order by all'
		),
		watch === undefined ? [] : linesOf(engine, unitKind, watch),
		watch === undefined
			? []
			: rowsAs<TrialOutcome['totals'][number]>(
					engine,
					`select month, macro.decimal_text(total) as total from scores.total
					where status = 'ok' and unit_kind = ${literal(unitKind)} and unit = ${literal(watch)}`
				)
	]);
	return { rankings, prizes, lines, totals };
}

/** A unit's lines as the screens read them. */
async function linesOf(engine: Engine, unitKind: string, unit: string): Promise<AheadRow[]> {
	const rows = await rowsAs<AheadRow>(
		engine,
		`select lines.*, nexts.next_tier, nexts.needed, nexts.gain, nexts.lone_tier
		from (${RESULTS.lines}) as lines
		left join (${RESULTS.nexts}) as nexts using (month, unit_kind, unit, line)
		where unit_kind = '${unitKind}'`
	);
	return rows.filter((row) => row.unit === unit);
}

/** What ranks, prizes and follow-ups would be if a sealed month were open; taken back at once. */
export async function runUnsealed(
	engine: Engine,
	text: SqlText,
	month: string
): Promise<Pick<Results, 'rankings' | 'awards' | 'followups'>> {
	const wanted = (name: string): boolean => /^(rankings|awards)\./.test(name);
	return takenBack(
		engine,
		() => refill(engine, text, wanted, false, {}, unseal([month])),
		async () => ({
			rankings: await readResult(engine, 'rankings'),
			awards: await readResult(engine, 'awards'),
			followups: await readResult(engine, 'followups')
		}),
		{ waits: true }
	);
}

/** Months of one kind of unit, the version that the last of them is scored by, and the one to score all of them by. */
export interface Rescoring {
	inForce: Policy;
	policy: Policy;
	months: string[];
	unitKind: string;
}

/** The rows of queries when months are scored by another version; taken back at once. */
export async function runUnder(
	engine: Engine,
	text: SqlText,
	{ inForce, policy, months, unitKind }: Rescoring,
	queries: string[]
): Promise<Row[][]> {
	const counted =
		(['readings', 'parts'] as const).some(
			(key) => JSON.stringify(inForce[key]) !== JSON.stringify(policy[key])
		) || slicesIn([policy]).some((slice) => !slicesIn([inForce]).map(measureKey).includes(measureKey(slice)));
	const staffed = scoresStaffOfBranches(policy);
	const first = [...rekey(rekeyed([inForce], [policy])), ...(staffed ? [] : scope({ months, unitKind }))];
	const wanted = (name: string): boolean =>
		LATER.includes(name) && !SKIPPED.has(name) && (counted || !COUNTED.includes(name));
	return takenBack(
		engine,
		async () => {
			await loadPolicies(engine, policyTables([{ ...policy, in_force_from: '0001-01' }]));
			await refill(engine, text, wanted, staffed || unitKind === 'person', {}, first);
		},
		() => Promise.all(queries.map((query) => engine.rows(query))),
		{ waits: true }
	);
}
