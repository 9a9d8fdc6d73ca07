-- one row a branch and person that some scored row names; person is null for the branch itself
select distinct branch, person
from (
	select branch, person from facts.attendance
	union all select branch, person from facts.callback_count
	union all select branch, person from facts.ticket
	union all select branch, person from facts.spot_check
	union all select branch, person from facts.rating
	union all select branch, person from facts.merit
	union all select branch, person from facts.audit
	union all select branch, null from facts.report
)
