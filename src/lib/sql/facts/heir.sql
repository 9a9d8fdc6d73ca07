-- one row a closed branch, the branch that it went into, and the months in which that one stands for it: from the first whole month after the closing until that one closes and goes on into another (own rule)
with recursive known as (
	select branch as said, branch from facts.branch
	union
	-- a name that two share is no name
	select name, min(branch) from facts.branch where name is not null and name not in (select branch from facts.branch) group by name having count(distinct branch) = 1
),
said as (
	select gone.branch, known.branch as heir, (date_trunc('month', gone.closed_on) + interval 1 month)::date as from_day
	from facts.branch as gone
	join known on known.said = gone.merged_into
	where gone.closed_on is not null and known.branch <> gone.branch
),
-- who goes in a circle stays what it is
reached as (
	select branch, heir, 1 as steps from said
	union
	select reached.branch, said.heir, reached.steps + 1
	from reached
	join said on said.branch = reached.heir
	where reached.steps < 12 and reached.heir <> reached.branch
),
kept as (
	from said where branch not in (select branch from reached where heir = branch)
),
path as (
	select branch, heir, from_day, 1 as steps from kept
	union all
	select path.branch, kept.heir, greatest(path.from_day, kept.from_day), path.steps + 1
	from path
	join kept on kept.branch = path.heir
	where path.steps < 12
),
spanned as (
	select branch, heir, from_day, lead(from_day) over (partition by branch order by steps) as until_day
	from path
)
select
	branch, heir, from_day, coalesce(until_day, date '2299-12-01') as until_day,
	strftime(from_day, '%Y-%m') as from_month,
	coalesce(strftime(until_day, '%Y-%m'), '2299-12') as until_month
from spanned
where until_day is null or from_day < until_day
