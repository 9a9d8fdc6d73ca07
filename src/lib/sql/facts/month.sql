-- one row a month that is scored: one in which something happened, or that is sealed; bills, plans and logs, which name months far back and ahead, count where nothing else names any
with happened as (
	select month from facts.attendance
	union select month from facts.callback_count
	union select month from facts.ticket
	union select month from facts.spot_check
	union select month from facts.rating
	union select month from facts.merit
	union select month from facts.audit
	union select month from facts.report
	union select month from facts.call
	union select month from facts.receipt
	union select month from staging.sealed
),
planned as (
	select period as month from facts.fee
	union select month from facts.plan
	union select month from facts.log
)
from happened
union all
select month
from planned
where month is not null and not exists (from happened)
