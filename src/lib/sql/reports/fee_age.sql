-- one row a slot, item and age of what was open on the day shown: bills, homes and thousandths of a yuan (L190)
select
	slot, item, age, position,
	count(*) as bills,
	count(distinct (branch, unit)) as homes,
	(sum(outstanding) * 1000)::bigint as outstanding
from reports.fee_open
group by all
