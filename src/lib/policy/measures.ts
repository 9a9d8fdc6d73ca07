import type { Policy } from './schema';

/** What a scorecard can score: `share` a part of a whole in per cent, `count` a number of events, `mean` a mean of points, `points` the points of its entries. */
export interface Measure {
	kind: 'share' | 'count' | 'mean' | 'points';
	/** Whether more of it is better or worse. */
	direction: 'higher' | 'lower';
	/** The data sets whose records it counts, each part of it at least one. */
	from: string[];
	/** True for a share that can exceed 100 %. */
	over_full?: boolean;
	/** True where the line is named after what isn't counted: one unresolved complaint less is one resolved. */
	complement?: boolean;
	/** True where events are found beside what was looked at, too: they may be more than it. */
	beside?: boolean;
	/** Measures that count the rows, too, that one more case of it adds. */
	also?: string[];
}

/** What one case adds to a measure: one, or its full mark where the mean of marks is read. */
export function caseSize(measure: string, { readings }: Pick<Policy, 'readings'>): number {
	const means = readings['satisfied_means'];
	if (measure !== 'satisfaction' || means?.choice !== 'mean_score') return 1;
	return means.alternatives['mean_score']?.amount ?? 1;
}

/** Every measure that a line can score: rows of `measures.every`, from the relation of its name or (plans, complaints resolved) from one that holds several. */
export const MEASURES: Record<string, Measure> = {
	service_skill: { kind: 'count', direction: 'lower', from: ['spot_checks'] },
	complaint_unresolved: { kind: 'share', direction: 'lower', from: ['tickets'], complement: true },
	complaint_resolved: { kind: 'share', direction: 'higher', from: ['tickets'] },
	callback_completion: {
		kind: 'share',
		direction: 'higher',
		from: ['callbacks', 'attendance'],
		over_full: true
	},
	callback_truth: { kind: 'count', direction: 'lower', from: ['spot_checks'] },
	satisfaction: { kind: 'share', direction: 'higher', from: ['callbacks'], also: ['callback_completion'] },
	report_truth: { kind: 'count', direction: 'lower', from: ['spot_checks', 'reports'], beside: true },
	audit: { kind: 'points', direction: 'lower', from: ['audits'] },
	plan_completion: { kind: 'share', direction: 'higher', from: ['plans'], over_full: true },
	budget_control: { kind: 'share', direction: 'lower', from: ['plans'], over_full: true },
	survey_completion: { kind: 'share', direction: 'higher', from: ['plans'], over_full: true },
	process_improvement: { kind: 'share', direction: 'higher', from: ['plans'], over_full: true },
	call_volume: { kind: 'count', direction: 'higher', from: ['calls'] },
	feedback_in_time: { kind: 'share', direction: 'higher', from: ['tickets'] },
	cooperation: { kind: 'mean', direction: 'higher', from: ['ratings'] },
	first_call_resolution: { kind: 'share', direction: 'higher', from: ['calls'], also: ['call_volume'] },
	staff_appraisal: { kind: 'mean', direction: 'higher', from: ['ratings'] },
	fee_collection: { kind: 'share', direction: 'higher', from: ['fees'], over_full: true },
	ticket_in_time: { kind: 'share', direction: 'higher', from: ['tickets'] },
	ticket_completion: { kind: 'share', direction: 'higher', from: ['tickets'] },
	complaint_closed: { kind: 'share', direction: 'higher', from: ['tickets'] },
	complaint_named: { kind: 'share', direction: 'higher', from: ['tickets'] },
	callback_on_time: { kind: 'share', direction: 'higher', from: ['customers', 'callbacks'] },
	callback_bands: { kind: 'count', direction: 'lower', from: ['customers', 'callbacks'] },
	severe_reported: { kind: 'share', direction: 'higher', from: ['callbacks'] },
	log_on_time: { kind: 'share', direction: 'higher', from: ['logs'] },
	log_complete: { kind: 'share', direction: 'higher', from: ['logs'] },
	report_on_time: { kind: 'share', direction: 'higher', from: ['reports'] },
	report_quality: { kind: 'mean', direction: 'higher', from: ['reports'] },
	records_complete: { kind: 'share', direction: 'higher', from: ['spot_checks'] },
	etiquette: { kind: 'count', direction: 'lower', from: ['spot_checks'] },
	receipt_amount: { kind: 'count', direction: 'higher', from: ['receipts'] }
};
