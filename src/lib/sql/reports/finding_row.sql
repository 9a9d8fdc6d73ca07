-- one row a callback of what is shown that one of the truth checks points to (L151, L153)
select call.*
from reports.finding_call as call
join reports.slot using (slot)
where macro.shows(slot.only_branch, call.branch)
