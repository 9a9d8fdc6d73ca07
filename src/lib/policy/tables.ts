import { rangesOf, thousandths } from './ranges';
import { MEASURES } from '../sql/measures';
import { BETWEEN, measureKey, slicesIn } from './slice';
import { partsOf, type Parts } from './parts';
import { clockRows } from './clocks';
import { chosen, type Policy, type PolicyLine, type Scorecard } from './schema';

export type TableValue = string | number | boolean | null;
export type ColumnKind = 'text' | 'int' | 'bool';

/** A relation `policy.<name>`: its columns with their kinds, and its rows in that order. */
export interface PolicyTable {
	name: string;
	columns: [name: string, kind: ColumnKind][];
	rows: TableValue[][];
}

/** The rows of `policy.*` for a set of versions; each is in force from its month to the month before the next one's. */
export function policyTables(policies: Policy[]): PolicyTable[] {
	const versions = [...policies].sort((a, b) =>
		a.in_force_from < b.in_force_from ? -1 : a.in_force_from > b.in_force_from ? 1 : 0
	);
	const twin = versions.find((v, i) => versions.findIndex((other) => other.policy === v.policy) !== i);
	if (twin) throw new Error(`two policies are called "${twin.policy}"`);
	const each = (rows: (policy: Policy) => TableValue[][]): TableValue[][] =>
		versions.flatMap((policy) => rows(policy).map((row) => [policy.policy, ...row]));
	const table = (name: string, columns: string, rows: TableValue[][]): PolicyTable => ({
		name,
		columns: columns.split(' ').map((c) => {
			const [column, kind = 'text'] = c.split(':');
			return [column!, kind as ColumnKind];
		}),
		rows
	});
	return [
		table(
			'version',
			'policy in_force_from in_force_until',
			versions.map((v, i) => [v.policy, v.in_force_from, versions[i + 1]?.in_force_from ?? '9999-99'])
		),
		table('reading', 'policy reading choice amount:int', each(readingRows)),
		table('post', 'policy reading post', each(postRows)),
		table(
			'scorecard',
			'policy scorecard blended:bool',
			each((p) => p.scorecards.map((c) => [c.scorecard, c.blended]))
		),
		table(
			'applies',
			'policy scorecard unit_kind post branch',
			each((p) => p.scorecards.flatMap(appliesRows))
		),
		table(
			'step',
			'policy scorecard line reached:int share:int',
			each((p) => p.scorecards.flatMap((c) => c.lines.flatMap((l) => stepRows(c.scorecard, l))))
		),
		table(
			'line',
			'policy scorecard line position:int weight:int scoring measure counts deduction_each:int no_rows personal:bool off_total:bool target measure_kind reads_branch:bool direction grows:bool clause',
			each((p) => p.scorecards.flatMap((c) => c.lines.map((l, i) => lineRow(p, c.scorecard, l, i))))
		),
		table(
			'slice',
			'measure counts column values',
			slicesIn(versions).map(({ measure, slice }) => [
				measureKey({ measure, slice }),
				measure,
				slice.column,
				`${BETWEEN}${slice.values.join(BETWEEN)}${BETWEEN}`
			])
		),
		table(
			'tier',
			'policy scorecard line tier:int lower:int lower_in:bool upper:int upper_in:bool deduction:int',
			each((p) => p.scorecards.flatMap((c) => c.lines.flatMap((l) => tierRows(p, c.scorecard, l))))
		),
		table(
			'rater',
			'policy rater weight:int',
			each((p) => p.raters.map((r) => [r.rater, thousandths(r.weight)]))
		),
		table(
			'merit',
			'policy type points:int needs_evidence:bool',
			each((p) => p.merits.map((m) => [m.type, thousandths(m.points), m.needs_evidence]))
		),
		table(
			'prize',
			'policy scorecard award rank:int amount:int',
			each((p) =>
				p.awards.flatMap((a) => a.prizes.map((z) => [a.scorecard, a.award, z.rank, thousandths(z.amount)]))
			)
		),
		table(
			'part',
			'policy callback_days:int callback_grace:int callback_moved:bool callback_earliest:int band_standard:int band_width:int band_count severe_hours:int fee_rate same_number:int pace_callbacks:int pace_minutes:int copied_notes:int copied_length:int same_ratings:int not_rankable_below:int newcomer_months:int branch_months:int merged_months:int least_present:int sample_finding:int sample_complaint:int sample_low_rating:int sample_newcomer:int sample_silence:int sample_person:int sample_newcomer_months:int sample_silent_days:int group_first:int group_last_from:int satisfied_from:int repeat_days:int',
			each((p) => [partRow(partsOf(p))])
		),
		table(
			'flexible',
			'policy class',
			each((p) => (partsOf(p).callback_due.flexible ?? []).map((name) => [name]))
		),
		table(
			'exempt',
			'policy reason',
			each((p) => partsOf(p).fee_rate.exempt.map((reason) => [reason]))
		),
		table(
			'clock',
			'policy clock branch every:bool opens:int length:int',
			each((p) => clockRows(p))
		),
		table(
			'stop',
			'policy reason',
			each((p) => partsOf(p).clocks!.stops.map((reason) => [reason]))
		),
		table(
			'group_penalty',
			'policy step:int amount:int',
			each((p) => partsOf(p).groups.penalties.map((amount, i) => [i + 1, thousandths(amount)]))
		),
		table(
			'followup',
			'policy scorecard kind',
			each((p) => p.followups.map((f) => [f.scorecard, f.kind]))
		)
	];
}

function partRow(parts: Parts): TableValue[] {
	const { callback_due: due, callback_band: band, truth, groups } = parts;
	return [
		due.days,
		due.grace,
		due.moved,
		due.earliest ?? 0,
		thousandths(band.standard),
		thousandths(band.width),
		band.count,
		parts.severe.hours,
		parts.fee_rate.denominator,
		truth.same_number,
		truth.pace.callbacks,
		truth.pace.minutes,
		truth.copied.times,
		truth.copied.length,
		truth.same_rating,
		parts.not_rankable_below,
		parts.ranked!.newcomer_months,
		parts.ranked!.branch_months,
		parts.ranked!.merged_months ?? 0,
		thousandths(parts.ranked!.least_present),
		...(['finding', 'complaint', 'low_rating', 'newcomer', 'silence'] as const).map((stratum) =>
			thousandths(parts.sampling![stratum])
		),
		parts.sampling!.per_person,
		parts.sampling!.new_months,
		parts.sampling!.silent_days,
		groups.first === null ? null : thousandths(groups.first),
		groups.last_from,
		parts.satisfied_from ?? null,
		parts.repeat?.days ?? null
	];
}

const appliesRows = ({ scorecard, applies_to: { units, posts, branches = [] } }: Scorecard): TableValue[][] =>
	units.flatMap((unit) =>
		(unit === 'person' && posts.length > 0 ? posts : [null]).flatMap((post) =>
			(branches.length > 0 ? branches : [null]).map((branch): TableValue[] => [scorecard, unit, post, branch])
		)
	);

const stepRows = (scorecard: string, line: PolicyLine): TableValue[][] =>
	(line.below ?? []).map((step) => [
		scorecard,
		line.line,
		thousandths(step.reached),
		thousandths(step.share)
	]);

const readingRows = (policy: Policy): TableValue[][] =>
	Object.entries(policy.readings).map(([name, r]) => [name, r.choice, chosen(policy, name)?.amount ?? null]);

const postRows = (policy: Policy): TableValue[][] =>
	Object.keys(policy.readings).flatMap((name) =>
		(chosen(policy, name)?.posts ?? []).map((post) => [name, post])
	);

function lineRow(policy: Policy, scorecard: string, line: PolicyLine, position: number): TableValue[] {
	const choice = (rule: { reading: string }): string | null => policy.readings[rule.reading]!.choice;
	return [
		scorecard,
		line.line,
		position,
		thousandths(line.weight),
		line.scoring,
		measureKey(line),
		line.measure,
		line.deduction_each === undefined ? null : thousandths(line.deduction_each),
		typeof line.no_rows === 'string' ? line.no_rows : choice(line.no_rows),
		line.personal,
		line.mode !== undefined && choice(line.mode) === 'off_total',
		line.target == null ? null : String(thousandths(line.target)),
		MEASURES[line.measure]!.kind,
		line.reads === 'branch',
		line.direction ?? null,
		line.denominator_grows ?? false,
		line.clause
	];
}

/** The tiers of a line from the best; bounds in thousandths of a per cent or of an event, null where a tier is open. */
function tierRows(policy: Policy, scorecard: string, line: PolicyLine): TableValue[][] {
	return rangesOf(policy, line).map(({ lower, lowerIn, upper, upperIn, deduction }, i) => [
		scorecard,
		line.line,
		i + 1,
		lower,
		lowerIn ?? true,
		upper,
		upperIn ?? true,
		deduction
	]);
}
