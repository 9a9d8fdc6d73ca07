-- one row an accepted record of any data set, with its key (data/exports.json, keys)
select
	'branches' as dataset, source_file, source_record, source_line,
	branch as key
from staging.branch
union all
select
	'people' as dataset, source_file, source_record, source_line,
	concat_ws(chr(31), coalesce(person::varchar, ''), coalesce("from"::varchar, '')) as key
from staging.person
union all
select
	'attendance' as dataset, source_file, source_record, source_line,
	concat_ws(chr(31), coalesce(month::varchar, ''), coalesce(branch::varchar, ''), coalesce(person::varchar, '')) as key
from staging.attendance
union all
select
	'tickets' as dataset, source_file, source_record, source_line,
	ticket as key
from staging.ticket
union all
select
	'callbacks' as dataset, source_file, source_record, source_line,
	callback as key
from staging.callback
union all
select
	'fees' as dataset, source_file, source_record, source_line,
	bill as key
from staging.fee
union all
select
	'spot_checks' as dataset, source_file, source_record, source_line,
	"check" as key
from staging.spot_check
union all
select
	'ratings' as dataset, source_file, source_record, source_line,
	if(rater is null, null, concat_ws(chr(31), coalesce(month::varchar, ''), coalesce(branch::varchar, ''), coalesce(person::varchar, ''), coalesce(role::varchar, ''), coalesce(rater::varchar, ''))) as key
from staging.rating
union all
select
	'merits' as dataset, source_file, source_record, source_line,
	merit as key
from staging.merit
union all
select
	'audits' as dataset, source_file, source_record, source_line,
	audit as key
from staging.audit
union all
select
	'reports' as dataset, source_file, source_record, source_line,
	report as key
from staging.report
union all
select
	'plans' as dataset, source_file, source_record, source_line,
	concat_ws(chr(31), coalesce(month::varchar, ''), coalesce(branch::varchar, ''), coalesce(item::varchar, ''), coalesce(kind_text::varchar, '')) as key
from staging.plan
union all
select
	'calls' as dataset, source_file, source_record, source_line,
	call as key
from staging.call
union all
select
	'receipts' as dataset, source_file, source_record, source_line,
	receipt as key
from staging.receipt
union all
select
	'logs' as dataset, source_file, source_record, source_line,
	log as key
from staging.log
union all
select
	'customers' as dataset, source_file, source_record, source_line,
	concat_ws(chr(31), coalesce(customer::varchar, ''), coalesce(branch::varchar, ''), coalesce(class::varchar, ''), coalesce(trigger_on::varchar, '')) as key
from staging.customer
union all
select
	'meters' as dataset, source_file, source_record, source_line,
	concat_ws(chr(31), coalesce(month::varchar, ''), coalesce(branch::varchar, ''), coalesce(item::varchar, '')) as key
from staging.meter
union all
select
	'figures' as dataset, source_file, source_record, source_line,
	concat_ws(chr(31), coalesce(month::varchar, ''), coalesce(branch::varchar, ''), coalesce(figure::varchar, '')) as key
from staging.figure
union all
select
	'holds' as dataset, source_file, source_record, source_line,
	concat_ws(chr(31), coalesce(ticket::varchar, ''), coalesce(substr("from"::varchar, 1, 19), '')) as key
from staging.hold
