-- one row a data set, month and branch: how many records
with sums as (
	select 'attendance' as dataset, month, branch, count(*) as records from facts.attendance group by all
	union all select 'callbacks', month, branch, sum(callbacks) from facts.callback_count group by all
	union all select 'tickets', month, branch, count(*) from facts.ticket group by all
	union all select 'spot_checks', month, branch, count(*) from facts.spot_check group by all
	union all select 'ratings', month, branch, count(*) from facts.rating group by all
	union all select 'merits', month, branch, count(*) from facts.merit group by all
	union all select 'audits', month, branch, count(*) from facts.audit group by all
	union all select 'reports', month, branch, count(*) from facts.report group by all
	union all select 'fees', period, branch, count(*) from facts.fee group by all
	union all select 'plans', month, branch, count(*) from facts.plan group by all
	union all select 'calls', month, branch, count(*) from facts.call group by all
	union all select 'receipts', month, null, count(*) from facts.receipt group by all
	union all select 'logs', month, branch, count(*) from facts.log group by all
	union all select 'customers', strftime(trigger_on, '%Y-%m'), branch, count(*) from facts.customer group by all
	union all select 'meters', month, branch, count(*) from facts.meter group by all
	union all select 'holds', month, branch, count(*) from facts.hold where dataset = 'holds' group by all
	union all select 'figures', month, branch, count(*) from facts.figure group by all
)
select dataset, month, branch, records::bigint as records
from sums
where month is not null
