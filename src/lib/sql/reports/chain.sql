-- one row a slot, branch and customer of what is shown: how often they were reached, and the last of the calls (L222)
select call.*
from reports.customer_call as call
join reports.slot using (slot)
where macro.shows(slot.only_branch, call.branch)
