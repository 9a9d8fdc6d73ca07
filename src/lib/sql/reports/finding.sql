-- one row a finding of the truth checks: what it is, whose, and how many callbacks it points to (L151, L153)
select
	slot, kind, month, branch, person, key,
	count(*) as callbacks,
	min(called_at) as first_at,
	max(called_at) as last_at,
	min(callback) as callback
from reports.finding_row
group by all
