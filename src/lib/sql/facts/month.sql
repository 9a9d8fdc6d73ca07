-- one row a month that some scored data set has rows of, or that is sealed
select distinct month
from (
	select month from facts.attendance
	union all select month from facts.callback_count
	union all select month from facts.ticket
	union all select month from facts.spot_check
	union all select month from facts.rating
	union all select month from facts.merit
	union all select month from facts.audit
	union all select month from facts.report
	union all select month from staging.sealed
)
