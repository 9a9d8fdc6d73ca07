-- one row a slot, item and age of what is open at the day shown: bills, homes and thousandths of a yuan (L190)
select
	shown.slot, fee.item,
	case
		when shown.as_of - coalesce(fee.due_on, last_day((fee.period || '-01')::date)) <= 0 then 'not_due'
		when shown.as_of - coalesce(fee.due_on, last_day((fee.period || '-01')::date)) <= 30 then 'month'
		when shown.as_of - coalesce(fee.due_on, last_day((fee.period || '-01')::date)) <= 90 then 'quarter'
		when shown.as_of - coalesce(fee.due_on, last_day((fee.period || '-01')::date)) <= 365 then 'year'
		else 'older'
	end as age,
	count(*) as bills,
	count(distinct (fee.branch, fee.unit)) as homes,
	(sum(fee.outstanding) * 1000)::bigint as outstanding
from staging.shown
join rows.fee using (month)
where fee.outstanding > 0
group by all
