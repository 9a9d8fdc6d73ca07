-- one row a branch: reminders of the months shown, the homes reminded, and what those homes then paid of the bills up to that month, in thousandths of a yuan (L86, L319)
with reminded as (
	select shown.slot, log.branch, log.unit, min(log.done_at) as first_at, count(*) as reminders
	from staging.shown
	join rows.log using (month)
	where log.kind = 'reminder' and log.unit is not null and log.done and macro.shows(shown.only_branch, log.branch)
	group by all
),
answered as (
	select
		reminded.slot, reminded.branch, reminded.unit, reminded.reminders,
		sum(fee.paid) filter (fee.paid_at >= reminded.first_at) as paid_after,
		sum(fee.outstanding) as outstanding
	from reminded
	left join rows.fee
		on fee.branch = reminded.branch
		and fee.unit = reminded.unit
		and fee.month <= strftime(reminded.first_at, '%Y-%m')
	group by all
)
select
	slot, branch,
	sum(reminders)::bigint as reminders,
	count(*) as homes,
	count(*) filter (paid_after > 0) as homes_paid,
	(coalesce(sum(paid_after), 0) * 1000)::bigint as paid_after,
	(coalesce(sum(outstanding), 0) * 1000)::bigint as outstanding
from answered
group by all
