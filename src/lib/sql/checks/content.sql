-- one row a record whose key others may have, too, with its content as text: of all others nobody asks it (data/exports.json, keys)
select 'branches' as dataset, source_file, source_record,
	row(branch, name, region, opened_on, closed_on, merged_into)::varchar as content
from staging.branch
semi join (from checks.shared where dataset = 'branches') as shared using (source_file, source_record)
union all
select 'people' as dataset, source_file, source_record,
	row(person, name, branch, post, "from", "to")::varchar as content
from staging.person
semi join (from checks.shared where dataset = 'people') as shared using (source_file, source_record)
union all
select 'attendance' as dataset, source_file, source_record,
	row(month, branch, person, due_days, attended_days)::varchar as content
from staging.attendance
semi join (from checks.shared where dataset = 'attendance') as shared using (source_file, source_record)
union all
select 'tickets' as dataset, source_file, source_record,
	row(ticket, branch, person, kind, category, party, received_at, due_at, replied_at, resolved_at, status_text, unit, satisfaction, cause, warranty_until, amount, arrived_at, last_action_at, disputed, stage, asset, held_from, held_to, hold_reason, held_again_from, held_again_to, held_again_reason, handled_seconds)::varchar as content
from staging.ticket
semi join (from checks.shared where dataset = 'tickets') as shared using (source_file, source_record)
union all
select 'callbacks' as dataset, source_file, source_record,
	row(callback, branch, person, customer, ticket, class, trigger_on, called_at, channel_text, result, satisfaction, note, severe, reported_at, number)::varchar as content
from staging.callback
semi join (from checks.shared where dataset = 'callbacks') as shared using (source_file, source_record)
union all
select 'fees' as dataset, source_file, source_record,
	row(bill, branch, unit, owner, item, period, due_amount, paid_amount, waived_amount, paid_at, due_on, status_text, reason_text)::varchar as content
from staging.fee
semi join (from checks.shared where dataset = 'fees') as shared using (source_file, source_record)
union all
select 'spot_checks' as dataset, source_file, source_record,
	row("check", branch, person, checked_at, subject, ref, passed, severe, channel, note)::varchar as content
from staging.spot_check
semi join (from checks.shared where dataset = 'spot_checks') as shared using (source_file, source_record)
union all
select 'ratings' as dataset, source_file, source_record,
	row(month, branch, person, role, rater, score)::varchar as content
from staging.rating
semi join (from checks.shared where dataset = 'ratings') as shared using (source_file, source_record)
union all
select 'merits' as dataset, source_file, source_record,
	row(merit, date, branch, person, type, evidence, note)::varchar as content
from staging.merit
semi join (from checks.shared where dataset = 'merits') as shared using (source_file, source_record)
union all
select 'audits' as dataset, source_file, source_record,
	row(audit, date, branch, person, points, reason)::varchar as content
from staging.audit
semi join (from checks.shared where dataset = 'audits') as shared using (source_file, source_record)
union all
select 'reports' as dataset, source_file, source_record,
	row(report, branch, name, due_at, submitted_at, truthful, quality)::varchar as content
from staging.report
semi join (from checks.shared where dataset = 'reports') as shared using (source_file, source_record)
union all
select 'plans' as dataset, source_file, source_record,
	row(month, branch, item, kind_text, planned, actual, measure_unit, rate, due_on, done_on, owner)::varchar as content
from staging.plan
semi join (from checks.shared where dataset = 'plans') as shared using (source_file, source_record)
union all
select 'calls' as dataset, source_file, source_record,
	row(call, branch, person, started_at, caller, subject, seconds, connected, resolved_first, called_back)::varchar as content
from staging.call
semi join (from checks.shared where dataset = 'calls') as shared using (source_file, source_record)
union all
select 'receipts' as dataset, source_file, source_record,
	row(receipt, date, "group", person, contract, amount)::varchar as content
from staging.receipt
semi join (from checks.shared where dataset = 'receipts') as shared using (source_file, source_record)
union all
select 'logs' as dataset, source_file, source_record,
	row(log, kind_text, branch, person, due_at, done_at, complete, quantity, note, unit, started_at)::varchar as content
from staging.log
semi join (from checks.shared where dataset = 'logs') as shared using (source_file, source_record)
union all
select 'customers' as dataset, source_file, source_record,
	row(customer, branch, person, class, trigger_on)::varchar as content
from staging.customer
semi join (from checks.shared where dataset = 'customers') as shared using (source_file, source_record)
union all
select 'meters' as dataset, source_file, source_record,
	row(month, branch, item, metered_amount)::varchar as content
from staging.meter
semi join (from checks.shared where dataset = 'meters') as shared using (source_file, source_record)
union all
select 'figures' as dataset, source_file, source_record,
	row(month, branch, figure, value, note)::varchar as content
from staging.figure
semi join (from checks.shared where dataset = 'figures') as shared using (source_file, source_record)
union all
select 'holds' as dataset, source_file, source_record,
	row(ticket, branch, "from", "to", reason, note)::varchar as content
from staging.hold
semi join (from checks.shared where dataset = 'holds') as shared using (source_file, source_record)
