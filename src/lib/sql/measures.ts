import type { Text } from '../language/text';

/** What a scorecard can score: `share` a part of a whole in per cent, `count` a number of events, `mean` a mean of points, `points` the points of its entries. */
export interface Measure {
	title: Text;
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
	/** The kinds of unit that it is told of; branches and persons unless said. */
	units?: ('branch' | 'person' | 'group')[];
	/** The columns that it can be narrowed by, and what of a counted record is held against the values. */
	slices?: Record<string, string[]>;
	/** How many parts make one of what its records add, where they are counted in parts. */
	per?: number;
	/** The data sets whose records are its rows, where those of others merely say something of them. */
	rows?: string[];
	/** The data sets that it can't be told without. */
	rests?: string[];
	/** The columns that are shown of its rows, where others than its data set’s usual ones say why a row counts. */
	columns?: string[];
	/** Set where its whole is the month’s from the first day on, and records fill it; but not under the readings named, by which the whole grows with the days. */
	fills?: Record<string, string[]>;
	/** True where what was counted so far says nothing of the month’s end: open cases may still be closed. */
	unsettled?: true;
	/** `itself` where a relation of `measures` of its own counts it: over a million rows it mustn't look at each once more, and a quota is made of days. */
	counts?: 'itself';
}

const OF_TICKETS = {
	kind: ['kind', 'kind_text'],
	category: ['category'],
	party: ['party'],
	stage: ['stage']
};
const OF_COMPLAINTS = { category: ['category'], party: ['party'], stage: ['stage'] };
const OF_LOGS = { kind: ['kind_name', 'kind_text'] };
const OF_CALLS = { subject: ['subject'] };
const OF_REPORTS = { name: ['name'] };

/** Every measure that a line can score: the records that it counts are the rows of `counted.<measure>`, and `measures.every` holds what they add up to. */
export const MEASURES: Record<string, Measure> = {
	service_skill: {
		title: { zh: '服务技能不合格', en: 'failed service checks' },
		kind: 'count',
		direction: 'lower',
		from: ['spot_checks'],
		rests: ['spot_checks']
	},
	complaint_unresolved: {
		title: { zh: '投诉未解决率', en: 'unresolved complaints' },
		kind: 'share',
		direction: 'lower',
		slices: OF_COMPLAINTS,
		from: ['tickets'],
		complement: true,
		rests: ['tickets', 'holds'],
		unsettled: true
	},
	complaint_resolved: {
		title: { zh: '投诉解决率', en: 'resolved complaints' },
		kind: 'share',
		direction: 'higher',
		slices: OF_COMPLAINTS,
		from: ['tickets'],
		rests: ['tickets', 'holds'],
		unsettled: true
	},
	callback_completion: {
		title: { zh: '回访完成率', en: 'callback completion' },
		kind: 'share',
		direction: 'higher',
		from: ['callbacks', 'attendance'],
		over_full: true,
		rests: ['callbacks', 'attendance'],
		counts: 'itself',
		fills: { callback_quota: ['person_day_actual', 'prorated'] }
	},
	callback_truth: {
		title: { zh: '回访失实', en: 'false callbacks' },
		kind: 'count',
		direction: 'lower',
		from: ['spot_checks'],
		rests: ['spot_checks']
	},
	satisfaction: {
		title: { zh: '客户满意度', en: 'satisfaction' },
		kind: 'share',
		direction: 'higher',
		from: ['callbacks'],
		also: ['callback_completion'],
		rests: ['callbacks'],
		counts: 'itself'
	},
	report_truth: {
		title: { zh: '报表不真实', en: 'untrue reports' },
		kind: 'count',
		direction: 'lower',
		from: ['spot_checks', 'reports'],
		columns: ['check', 'ref', 'checked_at', 'note'],
		beside: true,
		units: ['branch'],
		rests: ['spot_checks', 'reports']
	},
	audit: {
		title: { zh: '审计通报', en: 'audits' },
		kind: 'points',
		direction: 'lower',
		from: ['audits'],
		units: ['branch'],
		rests: ['audits']
	},
	plan_completion: {
		title: { zh: '业务计划完成率', en: 'plan completion' },
		kind: 'share',
		direction: 'higher',
		from: ['plans'],
		over_full: true,
		units: ['branch'],
		per: 1000,
		fills: {}
	},
	budget_control: {
		title: { zh: '预算控制率', en: 'spending against budget' },
		kind: 'share',
		direction: 'lower',
		from: ['plans'],
		over_full: true,
		units: ['branch'],
		per: 1000,
		fills: {}
	},
	survey_completion: {
		title: { zh: '调研计划完成率', en: 'surveys done' },
		kind: 'share',
		direction: 'higher',
		from: ['plans'],
		over_full: true,
		units: ['branch'],
		per: 1000,
		fills: {}
	},
	process_improvement: {
		title: { zh: '流程改进完成率', en: 'process improvements' },
		kind: 'share',
		direction: 'higher',
		from: ['plans'],
		over_full: true,
		units: ['branch'],
		per: 1000,
		fills: {}
	},
	call_volume: {
		title: { zh: '呼叫业务量', en: 'calls' },
		kind: 'count',
		direction: 'higher',
		slices: OF_CALLS,
		from: ['calls']
	},
	feedback_in_time: {
		title: { zh: '意见反馈及时率', en: 'opinions answered in time' },
		kind: 'share',
		direction: 'higher',
		slices: OF_TICKETS,
		from: ['tickets'],
		columns: ['ticket', 'kind', 'received_at', 'replied_at', 'resolved_at', 'due_at', 'held_for'],
		rests: ['holds']
	},
	cooperation: {
		title: { zh: '部门协作评分', en: 'co-operation score' },
		kind: 'mean',
		direction: 'higher',
		from: ['ratings'],
		per: 1000
	},
	first_call_resolution: {
		title: { zh: '一次解决率', en: 'first-call resolution' },
		kind: 'share',
		direction: 'higher',
		slices: OF_CALLS,
		from: ['calls'],
		also: ['call_volume']
	},
	staff_appraisal: {
		title: { zh: '员工考核均分', en: 'staff mean' },
		kind: 'mean',
		direction: 'higher',
		from: ['ratings'],
		units: ['branch'],
		per: 1000000,
		rows: ['people']
	},
	fee_collection: {
		title: { zh: '收费率', en: 'fee collection' },
		kind: 'share',
		direction: 'higher',
		slices: { item: ['item'] },
		from: ['fees'],
		over_full: true,
		units: ['branch'],
		per: 1000,
		fills: {}
	},
	ticket_in_time: {
		title: { zh: '工单及时率', en: 'tickets in time' },
		kind: 'share',
		direction: 'higher',
		slices: OF_TICKETS,
		from: ['tickets'],
		columns: ['ticket', 'kind', 'received_at', 'due_at', 'resolved_at', 'held_for'],
		rests: ['tickets', 'holds']
	},
	ticket_completion: {
		title: { zh: '工单完成率', en: 'ticket completion' },
		kind: 'share',
		direction: 'higher',
		slices: OF_TICKETS,
		from: ['tickets'],
		rests: ['tickets'],
		unsettled: true
	},
	complaint_closed: {
		title: { zh: '投诉闭环率', en: 'complaints closed' },
		kind: 'share',
		direction: 'higher',
		slices: OF_COMPLAINTS,
		from: ['tickets'],
		columns: ['ticket', 'person', 'party', 'received_at', 'resolved_at'],
		rests: ['tickets'],
		unsettled: true
	},
	complaint_named: {
		title: { zh: '投诉落实率', en: 'complaints with a named person' },
		kind: 'share',
		direction: 'higher',
		slices: OF_COMPLAINTS,
		from: ['tickets'],
		columns: ['ticket', 'person', 'party', 'received_at', 'resolved_at'],
		rests: ['tickets'],
		unsettled: true
	},
	callback_on_time: {
		title: { zh: '按期回访率', en: 'callbacks on time' },
		kind: 'share',
		direction: 'higher',
		slices: { class: ['class', 'class_text'] },
		from: ['customers', 'callbacks'],
		rests: ['callbacks'],
		rows: ['customers'],
		unsettled: true
	},
	callback_bands: {
		title: { zh: '回访率低于标准的档数', en: 'bands below the callback rate' },
		kind: 'count',
		direction: 'lower',
		from: ['customers', 'callbacks'],
		columns: ['customer', 'class', 'trigger_on', 'outcome', 'class_due', 'class_done'],
		units: ['branch'],
		rests: ['callbacks'],
		rows: ['customers'],
		unsettled: true
	},
	severe_reported: {
		title: { zh: '特殊情况及时上报率', en: 'severe cases reported in time' },
		kind: 'share',
		direction: 'higher',
		from: ['callbacks'],
		columns: ['callback', 'person', 'called_at', 'reported_at', 'note'],
		rests: ['callbacks']
	},
	log_on_time: {
		title: { zh: '台账按时率', en: 'logged work on time' },
		kind: 'share',
		direction: 'higher',
		slices: OF_LOGS,
		from: ['logs']
	},
	log_complete: {
		title: { zh: '台账完整率', en: 'complete records' },
		kind: 'share',
		direction: 'higher',
		slices: OF_LOGS,
		from: ['logs'],
		unsettled: true
	},
	report_on_time: {
		title: { zh: '报表及时率', en: 'reports on time' },
		kind: 'share',
		direction: 'higher',
		slices: OF_REPORTS,
		from: ['reports'],
		units: ['branch']
	},
	report_quality: {
		title: { zh: '报表质量', en: 'quality of reports' },
		kind: 'mean',
		direction: 'higher',
		slices: OF_REPORTS,
		from: ['reports'],
		units: ['branch'],
		per: 1000
	},
	records_complete: {
		title: { zh: '资料完整率', en: 'records complete' },
		kind: 'share',
		direction: 'higher',
		from: ['spot_checks'],
		rests: ['spot_checks']
	},
	etiquette: {
		title: { zh: '回访礼仪不合格', en: 'failed checks of etiquette' },
		kind: 'count',
		direction: 'lower',
		from: ['spot_checks'],
		rests: ['spot_checks']
	},
	receipt_amount: {
		title: { zh: '回款金额', en: 'receipts' },
		kind: 'count',
		direction: 'higher',
		from: ['receipts'],
		units: ['branch', 'person', 'group'],
		per: 1000
	}
};

/** Whether a measure is told of persons, too; the points of audits and notices are each one's own. */
export const isPersonal = ({ units = ['branch', 'person'], kind }: Measure): boolean =>
	units.includes('person') || kind === 'points';
