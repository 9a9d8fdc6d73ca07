-- one row a month and unit that is appraised in it: branches open, people employed, else all that the data names, and mortgage groups
with span as (
	select month, (month || '-01')::date as first_day, last_day((month || '-01')::date) as final_day
	from facts.month
),
there as (
	select
		span.month, span.first_day, span.final_day,
		person.person, person.name, person.post, person.branch, person."to",
		coalesce(person."from", date '0001-01-01') as from_day,
		lead(person."from") over (partition by span.month, person.person order by coalesce(person."from", date '0001-01-01')) as next_day
	from span
	join facts.person
		on coalesce(person."from", span.final_day) <= span.final_day
		and coalesce(person."to", span.first_day) >= span.first_day
),
-- of someone with several entries of a month: how much each has a claim to it, by the reading moved_people (own rule)
claimed as (
	select
		there.month, there.person, there.name, there.post, there.branch,
		date_diff('day', date '0001-01-01', from_day) as since,
		date_diff(
			'day', greatest(from_day, first_day),
			least(coalesce("to", final_day), coalesce((next_day - interval 1 day)::date, final_day), final_day)
		) + 1 as days,
		case
			-- whoever went on before the month began isn't of that branch any more
			when rule.moved_people = 'first' then if(next_day <= first_day, since - 10000000, 0 - since)
			when rule.moved_people = 'longest' then days * 10000000 + since
			else since
		end as claim
	from there
	left join policy.rule using (month)
),
employed as (
	select
		claimed.month, claimed.person,
		arg_max(coalesce(heir.heir, claimed.branch), claim) as branch,
		arg_max(claimed.name, claim) as name,
		arg_max(claimed.post, claim) as post
	from claimed
	left join facts.heir
		on heir.branch = claimed.branch and claimed.month >= heir.from_month and claimed.month < heir.until_month
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
select month, 'branch' as unit_kind, branch as unit, branch, name, null as post from facts.open_branch
union all
select month, 'person', person, branch, name, post from employed
union all
select distinct month, 'group', "group", null, "group", null from facts.receipt
