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
	select span.month, named.person, min(coalesce(heir.heir, named.branch)), null, null
	from span
	cross join facts.named
	left join facts.heir
		on heir.branch = named.branch and span.month >= heir.from_month and span.month < heir.until_month
	where named.person is not null and not exists (from facts.person)
		-- whoever was of a branch before it went into this one is still of that one then
		and (named.person, named.branch, span.month) not in (
			select (before.person, later.heir, earlier.month)
			from facts.named as before
			join facts.heir as later on later.branch = before.branch
			join span as earlier on earlier.month < later.from_month
			where before.person is not null
		)
	group by all
)
select month, 'branch' as unit_kind, branch as unit, branch, name, null as post from open_branch
union all
select month, 'person', person, branch, name, post from employed
union all
select distinct month, 'group', "group", null, "group", null from facts.receipt
