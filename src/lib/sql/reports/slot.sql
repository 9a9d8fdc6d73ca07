-- one row a slot that the reports show: its months, the day up to which what is open is aged (the slot's last, unless that is still to come), and the one branch, stage and kind shown
select
	slot,
	min(month) as first_month,
	max(month) as last_month,
	least(max(today), last_day((max(month) || '-01')::date)) as as_of,
	max(only_branch) as only_branch,
	max(only_stage) as only_stage,
	max(only_kind) as only_kind
from staging.shown
group by slot
