-- one row a day on which bills of the periods shown were paid: bills and thousandths of a yuan (L188)
select
	shown.slot,
	strftime(fee.paid_at, '%Y-%m-%d') as day,
	count(*) as bills,
	(sum(fee.paid) * 1000)::bigint as paid
from staging.shown
join rows.fee using (month)
where fee.paid_at is not null and fee.paid > 0
group by all
