-- one row a slot and branch: reminders of the months shown, the homes reminded, what they paid after of the bills up to a reminder's month, and what of those is open on the day shown, in thousandths of a yuan (L86, L319)
with reminder as (
	select shown.slot, log.branch, log.unit, log.done_at, strftime(log.done_at, '%Y-%m') as month
	from staging.shown
	join rows.log using (month)
	where log.kind = 'reminder' and log.unit is not null and log.done and macro.shows(shown.only_branch, log.branch)
),
home as (
	select slot, branch, unit, count(*) as reminders, max(month) as last_month
	from reminder
	group by all
),
-- a bill answers the first reminder that could mean it
billed as (
	select
		reminder.slot, reminder.branch, reminder.unit, fee.bill,
		any_value(fee.paid) as paid, any_value(fee.paid_at) as paid_at, min(reminder.done_at) as reminded_at
	from reminder
	join rows.fee
		on fee.branch = reminder.branch
		and fee.unit = reminder.unit
		and fee.month <= reminder.month
	group by all
),
answered as (
	select billed.slot, billed.branch, billed.unit, sum(billed.paid) as paid_after
	from billed
	join reports.slot as shown using (slot)
	where billed.paid_at >= billed.reminded_at and billed.paid_at::date <= shown.as_of
	group by all
),
owing as (
	select home.slot, home.branch, home.unit, sum(open.outstanding) as outstanding
	from home
	join reports.fee_open as open using (slot, branch, unit)
	where open.month <= home.last_month
	group by all
)
select
	slot, branch,
	sum(home.reminders)::bigint as reminders,
	count(*) as homes,
	count(*) filter (billed.unit is not null) as homes_billed,
	count(*) filter (answered.paid_after > 0) as homes_paid,
	(coalesce(sum(answered.paid_after), 0) * 1000)::bigint as paid_after,
	(coalesce(sum(owing.outstanding), 0) * 1000)::bigint as outstanding
from home
left join (select distinct slot, branch, unit from billed) as billed using (slot, branch, unit)
left join answered using (slot, branch, unit)
left join owing using (slot, branch, unit)
group by all
