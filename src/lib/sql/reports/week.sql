-- one row a month, branch and data set that comes in day by day, and the week (by its Monday) of the month's working days: how many records
with week as (
	select distinct
		strftime(day, '%Y-%m') as month,
		date_trunc('week', day)::date as week
	from staging.workday
	where works
),
record as (
	select 'callbacks' as dataset, branch, called_at::date as day, count(*) as records from facts.callback group by all
	union all select 'tickets', branch, received_at::date, count(*) from facts.ticket group by all
	union all select 'spot_checks', branch, checked_at::date, count(*) from facts.spot_check group by all
),
counted as (
	select
		dataset, branch, strftime(day, '%Y-%m') as month, date_trunc('week', day)::date as week,
		sum(records) as records
	from record
	group by all
)
select
	unit.month, unit.unit as branch, named.dataset, week.week,
	coalesce(counted.records, 0)::bigint as records
from facts.unit
join week using (month)
cross join (values ('callbacks'), ('tickets'), ('spot_checks')) as named (dataset)
left join counted
	on counted.dataset = named.dataset
	and counted.branch = unit.unit
	and counted.month = unit.month
	and counted.week = week.week
where unit.unit_kind = 'branch'
