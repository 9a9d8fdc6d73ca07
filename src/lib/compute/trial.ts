import type { Policy } from '../policy/schema';
import { measureKey, rekeyed, slicesIn } from '../policy/slice';
import { policyTables } from '../policy/tables';
import { touchedLines } from '../policy/touched';
import type { Engine, Row } from '../engine/engine';
import { readResult, RESULTS, rowsAs } from './results';
import type { AwardRow, LineRow, NextRow, RankingRow, Results } from '../sql/rows';
import { loadPolicies } from './inputs';
import { refill, type SqlText } from './run';
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
	const { slices } = engine.made;
	await engine.exec('begin transaction');
	try {
		const loaded = new Map(
			policyTables(trial.inForce).map((table) => [table.name, JSON.stringify(table.rows)])
		);
		const tables = policyTables(trial.policies);
		const changed = tables.filter((table) => loaded.get(table.name) !== JSON.stringify(table.rows));
		await loadPolicies(engine, changed);
		await rekey(engine, rekeyed(trial.inForce, trial.policies));
		const parts = changed.some(({ name }) =>
			['part', 'flexible', 'exempt', 'clock', 'stop', 'version'].includes(name)
		);
		const staffed = trial.policies.some(scoresStaffOfBranches);
		if (!staffed) await scope(engine, trial);
		if (trial.unsealed?.length !== 0) await unseal(engine, trial.unsealed ?? trial.months);
		await adjust(engine, trial.adjustments);
		await leaveOut(engine, trial.without ?? []);
		const leaves = (trial.without ?? []).length > 0;
		const counted =
			parts ||
			leaves ||
			changed.some(({ name }) => name === 'slice') ||
			trial.readings.some((reading) => COUNTED.some((name) => text(name).includes(reading)));
		const withManagers = staffed || kindsOf(trial).includes('person');
		const touched =
			parts || leaves || withManagers || trial.adjustments.length > 0 || trial.months.length === 0
				? null
				: touchedLines(trial.inForce, trial.policies);
		if (touched) await keepOthers(engine, touched, trial);
		const merits = changed.some(({ name }) => name === 'merit');
		const wanted = (name: string): boolean =>
			LATER.includes(name) &&
			!SKIPPED.has(name) &&
			(counted || !COUNTED.includes(name)) &&
			!(touched && (BESIDE_LINES.has(name) || (BESIDE_MERITS.has(name) && !merits)));
		await refill(engine, text, wanted, withManagers, touched ? { 'scores.line': { before: '' } } : {});
		// a rolling span belongs to the period that it ends in
		const period =
			trial.period === null
				? ''
				: `where period = '${trial.period}' or period like '%~${trial.months.at(-1) ?? ''}'`;
		return {
			rankings: await rowsAs<TrialOutcome['rankings'][number]>(
				engine,
				`
				select period, unit_kind, unit, scorecard, macro.decimal_text(total) as total, rank
				from (
					select period, unit_kind, unit, scorecard, total, rank from rankings.month
					union all
					select period, unit_kind, unit, scorecard, total, rank from rankings.quarter
				)
				${period} order by all`
			),
			prizes: await rowsAs<TrialOutcome['prizes'][number]>(
				engine,
				'select period, award, unit_kind, unit, amount::varchar as amount from awards.prize order by all'
			),
			lines: trial.watch === undefined ? [] : await linesOf(engine, trial.unitKind, trial.watch),
			totals:
				trial.watch === undefined
					? []
					: await rowsAs<TrialOutcome['totals'][number]>(
							engine,
							`select month, macro.decimal_text(total) as total from scores.total
							where status = 'ok' and unit_kind = ${literal(trial.unitKind)} and unit = ${literal(trial.watch)}`
						)
		};
	} finally {
		await engine.exec('rollback');
		engine.made.slices = slices;
	}
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
	await engine.exec('begin transaction');
	try {
		await unseal(engine, [month]);
		await refill(engine, text, (name) => /^(rankings|awards)\./.test(name), false);
		return {
			rankings: await readResult(engine, 'rankings'),
			awards: await readResult(engine, 'awards'),
			followups: await readResult(engine, 'followups')
		};
	} finally {
		await engine.exec('rollback');
	}
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
	const { slices } = engine.made;
	await engine.exec('begin transaction');
	try {
		await loadPolicies(engine, policyTables([{ ...policy, in_force_from: '0001-01' }]));
		await rekey(engine, rekeyed([inForce], [policy]));
		if (!staffed) await scope(engine, { months, unitKind });
		const wanted = (name: string): boolean =>
			LATER.includes(name) && !SKIPPED.has(name) && (counted || !COUNTED.includes(name));
		await refill(engine, text, wanted, staffed || unitKind === 'person');
		const answers: Row[][] = [];
		for (const query of queries) answers.push(await engine.rows(query));
		return answers;
	} finally {
		await engine.exec('rollback');
		engine.made.slices = slices;
	}
}
