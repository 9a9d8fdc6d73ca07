/** What is scored: a branch, a person, or a group that receipts name. */
export type Unit = 'branch' | 'person' | 'group';

/** Numbers are decimal text unless they count; months are `YYYY-MM`, periods those, `YYYYQn`, spans or years. */
export type LineRow = {
	month: string;
	unit_kind: Unit;
	unit: string;
	scorecard: string;
	line: string;
	numerator: string;
	denominator: string;
	value: string | null;
	tier: number | null;
	deduction: string | null;
	beyond_floor: string;
	points: string | null;
	weight: string;
	status: 'ok' | 'no_data' | 'not_applicable' | 'target_missing';
	clause: string;
};

export type TotalRow = {
	month: string;
	unit_kind: Unit;
	unit: string;
	kpi_points: string | null;
	self: string | null;
	leader: string | null;
	group: string | null;
	blended: string | null;
	merits: string;
	criticism: string;
	audit: string;
	total: string | null;
	status: 'ok' | 'incomplete';
	/** What lacks, split by `;`. */
	missing: string;
	scorecard: string;
};

export type RankingRow = {
	period: string;
	unit_kind: Unit;
	unit: string;
	total: string;
	rank: number;
	tied: boolean;
	ranked_units: number;
	scorecard: string;
};

/** Why a unit isn't ranked in a month, and what the rule asks for. */
export type UnrankedRow = {
	month: string;
	unit_kind: Unit;
	unit: string;
	reason: 'few' | 'newcomer' | 'new_branch' | 'merged' | 'absent';
	needed: number;
};

export type UnitRow = {
	month: string;
	unit_kind: Unit;
	unit: string;
	branch: string | null;
	name: string | null;
	post: string | null;
};

/** A branch of a month that had got another name by another month. */
export type RenamedRow = { month: string; last_month: string; unit: string; heir: string };

export type CoverageRow = { dataset: string; month: string; branch: string | null; records: number };

export type NoticeRow = { month: string; branch: string | null; notice: string; records: number };

/** A week without a record of a data set that owes one. */
export type GapRow = { month: string; branch: string; dataset: string; week: string };

/** A data set of which nothing was accepted: of one branch, or (null) of all. */
export type UnreadRow = { month: string; dataset: string; branch: string | null };

export type OriginRow = { source_file: number; month: string };

/** The version that a month is scored by. */
export type RuleRow = { month: string; policy: string };

/** What the next tier of a line takes, and gives. */
export type NextRow = {
	month: string;
	unit_kind: Unit;
	unit: string;
	line: string;
	next_tier: number | null;
	needed: number | null;
	gain: string | null;
	lone_tier: number | null;
};

export type YearRow = {
	period: string;
	unit_kind: Unit;
	unit: string;
	scorecard: string;
	mean: string;
	months: number;
	missing: string | null;
	prizes: number;
	reading: string;
	sum: string | null;
	rank: number | null;
};

export type AwardRow = {
	period: string;
	award: string;
	unit_kind: Unit;
	unit: string;
	rank: number;
	/** Yuan. */
	amount: string;
};

export type FollowupRow = {
	period: string;
	kind: string;
	unit_kind: Unit;
	unit: string;
	rank: number;
	due_days: number;
	calendar: string;
};

/** A record that says again what another says. */
export type RepeatRow = {
	source_file: number;
	kind: string;
	key: string;
	source_record: number;
	source_line: number;
	dataset: string;
};

/** The rows of each result. */
export type ResultRows = {
	lines: LineRow;
	totals: TotalRow;
	rankings: RankingRow;
	renamed: RenamedRow;
	unranked: UnrankedRow;
	units: UnitRow;
	coverage: CoverageRow;
	notices: NoticeRow;
	gaps: GapRow;
	unread: UnreadRow;
	origins: OriginRow;
	rules: RuleRow;
	nexts: NextRow;
	years: YearRow;
	awards: AwardRow;
	followups: FollowupRow;
	repeats: RepeatRow;
};

/** Everything that the screens and the headless command read of a computation. */
export type Results = { [Name in keyof ResultRows]: ResultRows[Name][] };

/** Results of nothing. */
export const EMPTY_RESULTS: Results = {
	lines: [],
	totals: [],
	rankings: [],
	renamed: [],
	unranked: [],
	awards: [],
	followups: [],
	units: [],
	coverage: [],
	notices: [],
	gaps: [],
	unread: [],
	origins: [],
	rules: [],
	nexts: [],
	years: [],
	repeats: []
};
