import type { Engine, Row } from '../engine/engine';
import { literal } from '../sql/literal';

/** A list of source rows behind a number: where they come from and what they show. */
export interface SourceList {
	dataset: string;
	/** What its rows are, where they aren't the records themselves. */
	title?: 'homes' | 'classes';
	/** Column id → SQL; shown in this order. */
	columns: Record<string, string>;
	relation: string;
	where?: string;
	/** What a row adds to the numerator and the denominator. */
	numerator: string;
	denominator: string;
	/** False where the relation's rows name no person. */
	personal?: boolean;
	/** True where whoever gave the rows is not to be known: few of them aren't shown. */
	anonymous?: boolean;
}

const at = (column: string): string => `strftime(${column}, '%Y-%m-%d %H:%M:%S')`;
const day = (column: string): string => `strftime(${column}, '%Y-%m-%d')`;

const checks = (subject: string): SourceList => ({
	dataset: 'spot_checks',
	relation: 'facts.spot_check',
	where: `subject = '${subject}'`,
	columns: {
		check: '"check"',
		person: 'person',
		checked_at: at('checked_at'),
		subject: 'subject_text',
		passed: 'passed_text',
		severe: 'severe_text',
		note: 'note'
	},
	numerator: "(passed = 'no')::integer",
	denominator: '1'
});

const complaints = (counted: string): SourceList => ({
	dataset: 'tickets',
	relation: 'rows.complaint',
	columns: {
		ticket: 'ticket',
		person: 'person',
		category: 'category',
		received_at: at('received_at'),
		resolved_at: at('resolved_at'),
		status: 'status_text'
	},
	numerator: `(${counted})::integer`,
	denominator: '1'
});

const plans = (kind: string): SourceList => ({
	dataset: 'plans',
	relation: 'facts.plan',
	where: `kind = '${kind}'`,
	columns: {
		month: 'month',
		item: 'item',
		kind: 'kind_text',
		planned: 'planned::double',
		actual: 'actual::double'
	},
	numerator: 'actual::double',
	denominator: 'planned::double',
	personal: false
});

const calls = (relation: string, counted: string): SourceList => ({
	dataset: 'calls',
	relation,
	columns: {
		call: 'call',
		person: 'person',
		started_at: at('started_at'),
		caller: 'caller',
		subject: 'subject',
		resolved_first: 'resolved_first_text',
		called_back: 'called_back_text'
	},
	numerator: counted,
	denominator: '1'
});

const loops = (counted: string): SourceList => ({
	dataset: 'tickets',
	relation: 'rows.loop',
	columns: {
		ticket: 'ticket',
		person: 'person',
		party: 'party',
		received_at: at('received_at'),
		resolved_at: at('resolved_at')
	},
	numerator: `${counted}::integer`,
	denominator: '1'
});

const dueCalls: SourceList = {
	dataset: 'customers',
	relation: 'rows.due',
	columns: { customer: 'customer', person: 'person', class: 'class_text', trigger_on: day('trigger_on') },
	numerator: "(outcome = 'done')::integer",
	denominator: '1'
};

const logs = (where: string, counted: string): SourceList => ({
	dataset: 'logs',
	relation: 'rows.log',
	where,
	columns: {
		log: 'log',
		kind: 'kind_text',
		person: 'person',
		due_at: at('due_at'),
		done_at: at('done_at'),
		complete: 'complete_text'
	},
	numerator: `${counted}::integer`,
	denominator: '1'
});

const reports = (numerator: string, denominator: string): SourceList => ({
	dataset: 'reports',
	relation: 'facts.report',
	columns: { report: 'report', name: 'name', due_at: at('due_at'), submitted_at: at('submitted_at') },
	numerator: `coalesce((${numerator})::double, 0)`,
	denominator,
	personal: false
});

/** The rows behind each measure and each part of the total. */
export const SOURCES: Record<string, SourceList[]> = {
	service_skill: [checks('service_skill')],
	callback_truth: [checks('callback_truth')],
	complaint_resolved: [complaints('resolved')],
	complaint_unresolved: [complaints('not resolved')],
	callback_completion: [
		{
			dataset: 'callbacks',
			relation: 'rows.callback',
			columns: {
				callback: 'callback',
				person: 'person',
				customer: 'customer',
				called_at: at('called_at'),
				channel: 'channel_text',
				result: 'result_text'
			},
			numerator: 'counted',
			denominator: '0'
		},
		{
			dataset: 'attendance',
			relation: 'rows.attendance',
			columns: {
				month: 'month',
				person: 'person',
				due_days: 'due_days::double',
				attended_days: 'attended_days::double'
			},
			numerator: '0',
			denominator: 'if(on_duty, due_days, 0)::double'
		}
	],
	satisfaction: [
		{
			dataset: 'callbacks',
			relation: 'rows.callback',
			where: 'rated > 0 or satisfied > 0',
			columns: {
				callback: 'callback',
				person: 'person',
				customer: 'customer',
				called_at: at('called_at'),
				satisfaction: 'satisfaction_text',
				note: 'note'
			},
			numerator: 'satisfied',
			denominator: 'rated'
		}
	],
	report_truth: [
		{
			dataset: 'spot_checks',
			relation: 'rows.untrue_report',
			columns: { check: 'id', ref: 'ref', checked_at: at('"at"'), note: 'note' },
			numerator: 'untrue',
			denominator: 'checks',
			personal: false
		}
	],
	audit: [
		{
			dataset: 'audits',
			relation: 'facts.audit',
			columns: { audit: 'audit', date: day('date'), points: 'points::double', reason: 'reason' },
			numerator: '1',
			denominator: '1'
		}
	],
	plan_completion: [plans('business')],
	budget_control: [plans('budget')],
	survey_completion: [plans('survey')],
	process_improvement: [plans('improvement')],
	call_volume: [calls('facts.call', '1')],
	first_call_resolution: [calls('rows.call', 'settled::integer')],
	feedback_in_time: [
		{
			dataset: 'tickets',
			relation: 'rows.opinion',
			where: 'counts',
			columns: {
				ticket: 'ticket',
				kind: 'kind_text',
				received_at: at('received_at'),
				replied_at: at('replied_at'),
				resolved_at: at('resolved_at'),
				due_at: at('reply_due_at')
			},
			numerator: 'in_time::integer',
			denominator: '1'
		}
	],
	ticket_in_time: [
		{
			dataset: 'tickets',
			relation: 'rows.ticket',
			where: 'timed',
			columns: {
				ticket: 'ticket',
				kind: 'kind_text',
				received_at: at('received_at'),
				due_at: at('due_at'),
				resolved_at: at('resolved_at')
			},
			numerator: 'in_time::integer',
			denominator: '1'
		}
	],
	fee_collection: [
		{
			dataset: 'fees',
			relation: 'rows.fee',
			columns: {
				bill: 'bill',
				unit: 'unit',
				item: 'item',
				due_amount: 'due_amount::double',
				waived_amount: 'waived_amount::double',
				paid_amount: 'paid_amount::double'
			},
			numerator: "if(fee_rate = 'amount', paid, 0)::double",
			denominator: "if(fee_rate = 'amount', owed, 0)::double",
			personal: false
		},
		{
			dataset: 'fees',
			title: 'homes',
			relation: 'rows.home',
			where: "fee_rate <> 'amount'",
			columns: { unit: 'unit', bills: 'bills', due_amount: 'owed::double', paid_amount: 'paid::double' },
			numerator: 'numerator::double',
			denominator: 'denominator::double',
			personal: false
		}
	],
	ticket_completion: [
		{
			dataset: 'tickets',
			relation: 'rows.ticket',
			columns: {
				ticket: 'ticket',
				person: 'person',
				category: 'category',
				received_at: at('received_at'),
				resolved_at: at('resolved_at'),
				status: 'status_text'
			},
			numerator: 'done::integer',
			denominator: '1'
		}
	],
	complaint_closed: [loops('satisfied')],
	complaint_named: [loops('named')],
	callback_on_time: [dueCalls],
	callback_bands: [
		{
			dataset: 'customers',
			title: 'classes',
			relation: 'rows.band',
			columns: { class: 'class', 'callback_due.due': 'due', 'callback_due.done': 'done' },
			numerator: 'bands',
			denominator: '1',
			personal: false
		},
		{ ...dueCalls, numerator: '0', denominator: '0' }
	],
	severe_reported: [
		{
			dataset: 'callbacks',
			relation: 'rows.talk',
			where: 'is_severe',
			columns: {
				callback: 'callback',
				person: 'person',
				called_at: at('called_at'),
				reported_at: at('reported_at'),
				note: 'note'
			},
			numerator: 'reported_in_time::integer',
			denominator: '1'
		}
	],
	log_on_time: [logs('planned', 'on_time')],
	log_complete: [logs('whole or faulty', 'whole')],
	report_on_time: [reports('submitted_at <= due_at', '1')],
	report_quality: [reports('quality', 'if(quality is null, 0, 1)')],
	etiquette: [checks('etiquette')],
	records_complete: [{ ...checks('records'), numerator: "(passed = 'yes')::integer" }],
	receipt_amount: [
		{
			dataset: 'receipts',
			relation: 'rows.receipt',
			columns: {
				receipt: 'receipt',
				date: day('date'),
				person: 'person',
				contract: 'contract',
				amount: 'amount::double'
			},
			numerator: 'amount::double',
			denominator: '0'
		}
	],
	cooperation: [ratings('group')],
	merits: [
		{
			dataset: 'merits',
			relation: 'rows.merit',
			columns: {
				merit: 'merit',
				date: day('date'),
				type: 'type_text',
				evidence: 'evidence',
				note: 'note',
				points: 'points / 1000'
			},
			numerator: 'points / 1000',
			denominator: '1'
		}
	],
	self: [ratings('self')],
	leader: [ratings('leader')],
	group: [ratings('group')]
};

function ratings(role: string): SourceList {
	return {
		dataset: 'ratings',
		relation: 'facts.rating',
		where: `role = '${role}'`,
		anonymous: role === 'group',
		columns: { month: 'month', person: 'person', role: 'role_text', rater: 'rater', score: 'score::double' },
		numerator: 'score::double',
		denominator: '1'
	};
}

/** The query for a list's rows of one month and unit, in the order of the files. */
export function sourceQuery(list: SourceList, month: string, unitKind: string, unit: string): string {
	const columns = Object.entries(list.columns).map(([id, sql]) => `${sql} as "c_${id}"`);
	const owner = unitKind === 'person' ? 'person' : 'branch';
	return `select ${columns.join(', ')}, ${list.numerator} as numerator, ${list.denominator} as denominator,
		source_file, source_record, source_line
		from ${list.relation}
		where month = ${literal(month)} and ${owner} = ${literal(unit)} ${list.where ? `and (${list.where})` : ''}
		order by source_file, source_record`;
}

/** The rows behind a number. */
export const sourceRows = (
	engine: Engine,
	list: SourceList,
	month: string,
	unitKind: string,
	unit: string
): Promise<Row[]> => engine.rows(sourceQuery(list, month, unitKind, unit));
