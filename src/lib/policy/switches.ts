import type { Policy } from './schema';

/** Every switch of a reading with the choices that the SQL computes; `fixed` ones have one. */
export const SWITCHES: Record<string, string[]> = {
	unit: ['branch', 'person', 'group'],
	row_month: ['fixed'],
	appraisal_window: ['working_days', 'calendar_days'],
	branches_in_month: ['fixed'],
	excluded_tickets: ['fixed'],
	missing_line: ['no_data', 'full_marks', 'renormalise'],
	no_events: ['fixed'],
	complaint_tiers: ['literal', 'scaled', 'steep'],
	complaint_edges: ['upper_inclusive', 'lower_inclusive'],
	complaint_denominator: ['received', 'due', 'received_and_carried'],
	complaint_cutoff: ['day_5', 'month_end', 'within_hours'],
	complaint_resolved: ['by_time', 'by_status'],
	complaint_none: ['full_marks', 'no_data'],
	callback_quota: ['person_day', 'person_day_actual', 'person_month', 'prorated', 'literal'],
	callback_quota_amount: ['fixed'],
	people_on_duty: ['attended', 'named_posts'],
	callback_counts: ['reached', 'every_attempt', 'once_per_ticket'],
	callback_above_full: ['fixed'],
	callback_no_data: ['fixed'],
	person_quota: ['fixed'],
	rate_edges: ['lower_inclusive', 'upper_inclusive', 'civil_code'],
	satisfied_means: ['top_two', 'top_three', 'over_reached', 'mean_score'],
	rated_twice: ['every', 'last', 'first', 'worst', 'mean'],
	truth_edges: ['five_in_four', 'five_in_five'],
	feedback_items: ['suggestions', 'with_complaints'],
	feedback_standard: ['hours', 'working_hours', 'working_days'],
	feedback_start: ['received', 'accepted'],
	feedback_end: ['first_reply', 'closed'],
	first_call: ['within_window', 'flags'],
	audit_mode: ['off_total', 'off_line'],
	merit_cap: ['uncapped', 'cap_100', 'cap_120'],
	blend: ['kpi_table', 'leader_sheet', 'kpi_only'],
	several_raters: ['fixed'],
	calibration: ['none', 'zscore', 'trimmed'],
	missing_rater: ['reweight', 'zero', 'wait'],
	person_lines: ['reweight', 'branch_points'],
	overflow: ['fixed'],
	serious_cases: ['fixed'],
	rounding: ['six', 'two'],
	tie_rule: ['competition', 'dense'],
	quarter_reading: ['quarter_composite', 'each_month', 'sum_of_ranks', 'rolling'],
	tied_prize: ['full', 'shared'],
	bottom_count: ['fixed'],
	plan_due: ['calendar', 'working'],
	year_reading: ['mean', 'sum', 'prizes']
};

/** The readings that versions choose, as `reading=choice`. */
export const chosenReadings = (policies: Policy[]): Set<string> =>
	new Set(policies.flatMap((p) => Object.entries(p.readings).map(([r, { choice }]) => `${r}=${choice}`)));
