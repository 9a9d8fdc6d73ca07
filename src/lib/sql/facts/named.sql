-- one row a branch and person that some row names; person is null for the branch itself, branch for people of whom receipts alone are known
select distinct branch, person
from (
	select branch, person from facts.attendance
	union all select branch, person from facts.callback_count
	union all select branch, person from facts.ticket
	union all select branch, person from facts.spot_check
	union all select branch, person from facts.rating
	union all select branch, person from facts.merit
	union all select branch, person from facts.audit
	union all select branch, person from facts.call
	union all select branch, null from facts.report
	union all select branch, null from facts.fee
	union all select branch, null from facts.plan
	union all select branch, null from facts.log
	union all select branch, null from facts.customer
	union all select null, person from facts.receipt
)
