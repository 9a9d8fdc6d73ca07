-- one row a file and month that it has rows of; files of branches and people belong to no month
with record as (
	select source_file, month from facts.attendance
	union all select source_file, month from facts.callback_count
	union all select source_file, month from facts.ticket
	union all select source_file, month from facts.spot_check
	union all select source_file, month from facts.rating
	union all select source_file, month from facts.merit
	union all select source_file, month from facts.audit
	union all select source_file, month from facts.report
	union all select source_file, period from facts.fee
	union all select source_file, month from facts.plan
	union all select source_file, month from facts.call
	union all select source_file, month from facts.receipt
	union all select source_file, month from facts.log
	union all select source_file, strftime(trigger_on, '%Y-%m') from facts.customer
	union all select source_file, month from facts.meter
	union all select source_file, month from facts.hold
	union all select source_file, month from facts.figure
)
select distinct source_file, month
from record
where month is not null
