import type { Policy } from '../policy/schema';
import { policyTables } from '../policy/tables';
import { touchedLines } from '../policy/touched';
import { PIPELINE } from '../sql/pipeline';
import type { Engine, Row } from '../engine/engine';
import { readResult, RESULTS, rowsAs } from './results';
import type { AwardRow, LineRow, NextRow, RankingRow, Results } from '../sql/rows';
import { loadPolicies, refill, type SqlText } from './run';
import { tableBatch } from '../engine/table-batch';

/** A simple change of what was counted: so many more (or fewer) in a measure's numerator and denominator. */
export interface Adjustment {
	measure: string;
	unitKind: string;
	unit: string;
	month: string;
	numerator: number;
	denominator: number;
}

/** What to try: the versions to score by, changes of the input, and the months and kind of unit to score (none: all). */
export interface Trial {
	/** The versions that the engine holds. */
	inForce: Policy[];
	policies: Policy[];
	adjustments: Adjustment[];
	months: string[];
	unitKind: string;
	/** Another kind that is scored beside it, where that is the one that is paid. */
	beside?: string | undefined;
	/** The period whose ranks are read; null: all. */
	period: string | null;
	/** Sealed months among them that are scored like the others; all unless said. */
	unsealed?: string[];
	/** The unit whose lines are read, too. */
	watch?: string;
	/** The readings that differ; where none of them is named by the rows' or measures' SQL, the measures stand. */
	readings: string[];
}

/** A trial as a screen asks for it: the workspace knows what is in force. */
export type Attempt = Omit<Trial, 'inForce'>;

/** Totals with ranks, and prizes, of a trial: totals as decimal texts, amounts in thousandths of a yuan. */
export interface Outcome {
	rankings: Omit<RankingRow, 'tied' | 'ranked_units'>[];
	prizes: Omit<AwardRow, 'rank'>[];
	/** The lines of the unit watched, and what reaches the next tier of each. */
	lines: AheadRow[];
}

/** A line with what reaches its next tier. */
export type AheadRow = LineRow & Omit<NextRow, 'month' | 'unit_kind' | 'unit' | 'line'>;

/** Scores by a trial's policy inside a transaction that is always rolled back. */
export async function runTrial(engine: Engine, text: SqlText, trial: Trial): Promise<Outcome> {
	await engine.exec('begin transaction');
	try {
		const loaded = new Map(
			policyTables(trial.inForce).map((table) => [table.name, JSON.stringify(table.rows)])
		);
		const tables = policyTables(trial.policies);
		const changed = tables.filter((table) => loaded.get(table.name) !== JSON.stringify(table.rows));
		await loadPolicies(engine, changed);
		const parts = changed.some(({ name }) => ['part', 'flexible', 'exempt', 'version'].includes(name));
		const staffed = trial.policies.some(scoresStaffOfBranches);
		if (!staffed) await scope(engine, trial);
		if (trial.unsealed?.length !== 0) await unseal(engine, trial.unsealed ?? trial.months);
		await adjust(engine, trial.adjustments);
		const counted =
			parts || trial.readings.some((reading) => COUNTED.some((name) => text(name).includes(reading)));
		const withManagers = staffed || kindsOf(trial).includes('person');
		const touched =
			parts || withManagers || trial.adjustments.length > 0 || trial.months.length === 0
				? null
				: touchedLines(trial.inForce, trial.policies);
		if (touched) await keepOthers(engine, touched);
		const wanted = (name: string): boolean =>
			LATER.includes(name) &&
			!SKIPPED.has(name) &&
			(counted || !COUNTED.includes(name)) &&
			!(touched && OF_VERSIONS.has(name));
		await refill(engine, text, wanted, withManagers, touched ? ['scores.line'] : []);
		// a rolling span belongs to the period that it ends in
		const period =
			trial.period === null
				? ''
				: `where period = '${trial.period}' or period like '%~${trial.months.at(-1) ?? ''}'`;
		return {
			rankings: await rowsAs<Outcome['rankings'][number]>(
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
			prizes: await rowsAs<Outcome['prizes'][number]>(
				engine,
				'select period, award, unit_kind, unit, amount::varchar as amount from awards.prize order by all'
			),
			lines: trial.watch === undefined ? [] : await linesOf(engine, trial.unitKind, trial.watch)
		};
	} finally {
		await engine.exec('rollback');
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
	const counted = (['readings', 'parts'] as const).some(
		(key) => JSON.stringify(inForce[key]) !== JSON.stringify(policy[key])
	);
	const staffed = scoresStaffOfBranches(policy);
	await engine.exec('begin transaction');
	try {
		await loadPolicies(engine, policyTables([{ ...policy, in_force_from: '0001-01' }]));
		if (!staffed) await scope(engine, { months, unitKind });
		const wanted = (name: string): boolean =>
			LATER.includes(name) && !SKIPPED.has(name) && (counted || !COUNTED.includes(name));
		await refill(engine, text, wanted, staffed || unitKind === 'person');
		const answers: Row[][] = [];
		for (const query of queries) answers.push(await engine.rows(query));
		return answers;
	} finally {
		await engine.exec('rollback');
	}
}

/** What is counted from the facts by the policy's readings. */
const COUNTED = PIPELINE.map((r) => r.name).filter((name) => /^(rows|counted|measures)\./.test(name));

/** What follows from a policy. */
const LATER = PIPELINE.slice(PIPELINE.findIndex((r) => r.name === 'policy.choice')).map((r) => r.name);

/** What no trial shows. */
const SKIPPED = new Set(
	PIPELINE.map((r) => r.name).filter((name) => /^(reports|awards\.(followup|year)|scores\.next)/.test(name))
);

/** What the versions say beside their lines. */
const OF_VERSIONS = new Set(['policy.rule', 'policy.month_part']);

/** A branch whose card scores the staff's mean needs the persons scored too. */
const scoresStaffOfBranches = ({ scorecards }: Policy): boolean =>
	scorecards.some(
		({ applies_to, lines }) =>
			applies_to.units.includes('branch') && lines.some((line) => line.measure === 'staff_appraisal')
	);

/** The kinds of unit that a trial scores. */
const kindsOf = ({ unitKind, beside }: Pick<Trial, 'unitKind' | 'beside'>): string[] => [
	unitKind,
	...(beside !== undefined && beside !== unitKind ? [beside] : [])
];

async function scope(
	engine: Engine,
	{ months, ...kinds }: Pick<Trial, 'months' | 'unitKind' | 'beside'>
): Promise<void> {
	const rows = months.flatMap((month) => kindsOf(kinds).map((kind) => [month, kind]));
	if (rows.length === 0) return;
	const columns: [string, 'text'][] = [
		['month', 'text'],
		['unit_kind', 'text']
	];
	await engine.append('staging.scope', tableBatch({ name: 'scope', columns, rows }));
}

/** Leaves the points of every other line as they stand; months out of scope are summed by nobody. */
async function keepOthers(engine: Engine, touched: [string, string][]): Promise<void> {
	const columns: [string, 'text'][] = [
		['scorecard', 'text'],
		['line', 'text']
	];
	// where no line differs, the row that names none keeps them all
	const rows = touched.length > 0 ? touched : [['', '']];
	await engine.append('staging.touched', tableBatch({ name: 'touched', columns, rows }));
	await engine.exec(`delete from scores.line where (month, unit_kind) in (from staging.scope)
		and (scorecard, line) in (from staging.touched)`);
}

/** A trial asks what would be: sealed months among those tried are scored like the others. */
async function unseal(engine: Engine, months: string[]): Promise<void> {
	const which = months.length === 0 ? '' : `where month in (${months.map((m) => `'${m}'`).join(', ')})`;
	await engine.exec(`delete from staging.sealed ${which}; delete from staging.sealed_prize ${which}`);
}

/** Adds input changes to those that stand; those of one cell become one row, which the scoring joins. */
export async function adjust(engine: Engine, adjustments: Adjustment[]): Promise<void> {
	if (adjustments.length === 0) return;
	const standing = await engine.rows(
		'select measure, month, unit_kind as "unitKind", unit, numerator::integer as numerator, denominator::integer as denominator from staging.adjustment'
	);
	const sums = new Map<string, Adjustment>();
	for (const a of [...(standing as unknown as Adjustment[]), ...adjustments]) {
		const key = [a.measure, a.unitKind, a.unit, a.month].join('\n');
		const sum = sums.get(key) ?? { ...a, numerator: 0, denominator: 0 };
		sums.set(key, {
			...sum,
			numerator: sum.numerator + a.numerator,
			denominator: sum.denominator + a.denominator
		});
	}
	const columns: [string, 'text' | 'int'][] = [
		['measure', 'text'],
		['unit_kind', 'text'],
		['unit', 'text'],
		['month', 'text'],
		['numerator', 'int'],
		['denominator', 'int']
	];
	const rows = [...sums.values()].map((a) => [
		a.measure,
		a.unitKind,
		a.unit,
		a.month,
		a.numerator,
		a.denominator
	]);
	await engine.exec('delete from staging.adjustment');
	await engine.append('staging.adjustment', tableBatch({ name: 'adjustment', columns, rows }));
}
