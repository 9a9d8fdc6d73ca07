-- one row a day of the months shown on which bills of any period were paid: bills and thousandths of a yuan (L188)
select
	shown.slot,
	strftime(fee.paid_at, '%Y-%m-%d') as day,
	count(*) as bills,
	(sum(fee.paid) * 1000)::bigint as paid
from staging.shown
join rows.fee on strftime(fee.paid_at, '%Y-%m') = shown.month
where fee.paid <> 0 and macro.shows(shown.only_branch, fee.branch)
group by all
