-- one row a month, branch and data set that comes in day by day, and the week (by its Monday) of the month's working days in which the branch was open: how many records the whole week has
with week as (
	select
		strftime(day, '%Y-%m') as month,
		date_trunc('week', day)::date as week,
		count(*) as days
	from staging.workday
	where works
	group by all
),
record as (
	select 'callbacks' as dataset, branch, called_at::date as day, count(*) as records from facts.callback group by all
	union all select 'tickets', branch, received_at::date, count(*) from facts.ticket group by all
	union all select 'spot_checks', branch, checked_at::date, count(*) from facts.spot_check group by all
),
sums as (
	select dataset, branch, date_trunc('week', day)::date as week, sum(records) as records
	from record
	group by all
)
select
	unit.month, unit.unit as branch, named.dataset, week.week,
	coalesce(sums.records, 0)::bigint as records
from rows.unit
left join facts.branch on branch.branch = unit.unit
join week
	on week.month = unit.month
	and week.week + 6 >= coalesce(branch.opened_on, week.week)
	and week.week <= coalesce(branch.closed_on, week.week)
cross join (values ('callbacks'), ('tickets'), ('spot_checks')) as named (dataset)
left join sums
	on sums.dataset = named.dataset
	and sums.branch = unit.unit
	and sums.week = week.week
-- a week of one day owes no check
where unit.unit_kind = 'branch' and (named.dataset <> 'spot_checks' or week.days > 1)
