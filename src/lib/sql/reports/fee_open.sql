-- one row a slot and bill that was open on the day shown, of periods up to the last one shown: what of it was open then and since how long (L190)
with billed as (
	select
		fee.* replace (if(fee.paid_at::date > shown.as_of, 0, fee.paid) as paid),
		shown.slot,
		coalesce(fee.due_on, last_day((fee.period || '-01')::date)) as falls_due,
		shown.as_of - coalesce(fee.due_on, last_day((fee.period || '-01')::date)) as days
	from reports.slot as shown
	join rows.fee on fee.month <= shown.last_month
	where macro.shows(shown.only_branch, fee.branch)
),
offset_group as (
	select slot, branch, unit, item, period, sum(owed - paid) as open_in_all
	from billed
	group by all
	having count(*) > 1 and bool_or(macro.needs_offset(owed, paid))
)
select
	billed.* replace (macro.open_of(billed.owed, billed.paid, offset_group.open_in_all) as outstanding),
	case when days <= 0 then 'not_due' when days <= 30 then 'month' when days <= 90 then 'quarter' when days <= 365 then 'year' else 'older' end as age,
	case when days <= 0 then 0 when days <= 30 then 1 when days <= 90 then 2 when days <= 365 then 3 else 4 end as position
from billed
left join offset_group using (slot, branch, unit, item, period)
where macro.open_of(billed.owed, billed.paid, offset_group.open_in_all) <> 0
