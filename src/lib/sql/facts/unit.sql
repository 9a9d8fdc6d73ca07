-- one row a month and unit that is appraised in it: branches open, people employed, else all that the data names
with span as (
	select month, (month || '-01')::date as first_day, last_day((month || '-01')::date) as final_day
	from facts.month
),
open_branch as (
	select span.month, branch.branch, branch.name
	from span
	join facts.branch
		on coalesce(branch.opened_on, span.final_day) <= span.final_day
		and coalesce(branch.closed_on, span.first_day) >= span.first_day
	union
	select month, named.branch, null
	from span, facts.named
	where named.branch is not null and not exists (from facts.branch)
),
employed as (
	select
		span.month, person.person,
		arg_max(coalesce(heir.heir, person.branch), coalesce(person."from", date '0001-01-01')) as branch,
		arg_max(person.name, coalesce(person."from", date '0001-01-01')) as name,
		arg_max(person.post, coalesce(person."from", date '0001-01-01')) as post
	from span
	join facts.person
		on coalesce(person."from", span.final_day) <= span.final_day
		and coalesce(person."to", span.first_day) >= span.first_day
	left join facts.heir
		on heir.branch = person.branch and span.month >= heir.from_month and span.month < heir.until_month
	group by all
	union
	select month, named.person, min(named.branch), null, null
	from span, facts.named
	where named.person is not null and not exists (from facts.person)
	group by all
)
select month, 'branch' as unit_kind, branch as unit, branch, name, null as post from open_branch
union all
select month, 'person', person, branch, name, post from employed
union all
select distinct month, 'group', "group", null, "group", null from facts.receipt
