-- one row an accepted record of any data set, with its key and its content as text (data/exports.json, keys)
select
	'branches' as dataset, source_file, source_record, source_line,
	branch as key,
	row(branch, name, region, opened_on, closed_on)::varchar as content
from staging.branch
union all
select
	'people' as dataset, source_file, source_record, source_line,
	concat_ws(chr(31), coalesce(person::varchar, ''), coalesce("from"::varchar, '')) as key,
	row(person, name, branch, post, "from", "to")::varchar as content
from staging.person
union all
select
	'attendance' as dataset, source_file, source_record, source_line,
	concat_ws(chr(31), coalesce(month::varchar, ''), coalesce(branch::varchar, ''), coalesce(person::varchar, '')) as key,
	row(month, branch, person, due_days, attended_days)::varchar as content
from staging.attendance
union all
select
	'tickets' as dataset, source_file, source_record, source_line,
	ticket as key,
	row(ticket, branch, person, kind, category, party, received_at, due_at, replied_at, resolved_at, status_text, unit, satisfaction, cause, warranty_until, amount, arrived_at, last_action_at, disputed, stage, asset)::varchar as content
from staging.ticket
union all
select
	'callbacks' as dataset, source_file, source_record, source_line,
	callback as key,
	row(callback, branch, person, customer, ticket, class, trigger_on, called_at, channel_text, result, satisfaction, note, severe, reported_at, number)::varchar as content
from staging.callback
union all
select
	'fees' as dataset, source_file, source_record, source_line,
	bill as key,
	row(bill, branch, unit, owner, item, period, due_amount, paid_amount, waived_amount, paid_at, due_on, status_text, reason_text)::varchar as content
from staging.fee
union all
select
	'spot_checks' as dataset, source_file, source_record, source_line,
	"check" as key,
	row("check", branch, person, checked_at, subject, ref, passed, severe, channel, note)::varchar as content
from staging.spot_check
union all
select
	'ratings' as dataset, source_file, source_record, source_line,
	if(rater is null, null, concat_ws(chr(31), coalesce(month::varchar, ''), coalesce(branch::varchar, ''), coalesce(person::varchar, ''), coalesce(role::varchar, ''), coalesce(rater::varchar, ''))) as key,
	row(month, branch, person, role, rater, score)::varchar as content
from staging.rating
union all
select
	'merits' as dataset, source_file, source_record, source_line,
	merit as key,
	row(merit, date, branch, person, type, evidence, note)::varchar as content
from staging.merit
union all
select
	'audits' as dataset, source_file, source_record, source_line,
	audit as key,
	row(audit, date, branch, person, points, reason)::varchar as content
from staging.audit
union all
select
	'reports' as dataset, source_file, source_record, source_line,
	report as key,
	row(report, branch, name, due_at, submitted_at, truthful, quality)::varchar as content
from staging.report
union all
select
	'plans' as dataset, source_file, source_record, source_line,
	concat_ws(chr(31), coalesce(month::varchar, ''), coalesce(branch::varchar, ''), coalesce(item::varchar, ''), coalesce(kind_text::varchar, '')) as key,
	row(month, branch, item, kind_text, planned, actual, measure_unit, rate, due_on, done_on, owner)::varchar as content
from staging.plan
union all
select
	'calls' as dataset, source_file, source_record, source_line,
	call as key,
	row(call, branch, person, started_at, caller, subject, seconds, connected, resolved_first, called_back)::varchar as content
from staging.call
union all
select
	'receipts' as dataset, source_file, source_record, source_line,
	receipt as key,
	row(receipt, date, "group", person, contract, amount)::varchar as content
from staging.receipt
union all
select
	'logs' as dataset, source_file, source_record, source_line,
	log as key,
	row(log, kind_text, branch, person, due_at, done_at, complete, quantity, note, unit, started_at)::varchar as content
from staging.log
union all
select
	'customers' as dataset, source_file, source_record, source_line,
	concat_ws(chr(31), coalesce(customer::varchar, ''), coalesce(branch::varchar, ''), coalesce(class::varchar, ''), coalesce(trigger_on::varchar, '')) as key,
	row(customer, branch, person, class, trigger_on)::varchar as content
from staging.customer
union all
select
	'meters' as dataset, source_file, source_record, source_line,
	concat_ws(chr(31), coalesce(month::varchar, ''), coalesce(branch::varchar, ''), coalesce(item::varchar, '')) as key,
	row(month, branch, item, metered_amount)::varchar as content
from staging.meter
union all
select
	'figures' as dataset, source_file, source_record, source_line,
	concat_ws(chr(31), coalesce(month::varchar, ''), coalesce(branch::varchar, ''), coalesce(figure::varchar, '')) as key,
	row(month, branch, figure, value, note)::varchar as content
from staging.figure
