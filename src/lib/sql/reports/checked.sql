-- one row a person of the months shown: spot checks, of them failed, and the day of the last; 0 for who was never checked (own rule)
with there as (
	select distinct unit.unit as person, arg_max(unit.branch, unit.month) as branch
	from staging.shown
	join rows.unit using (month)
	where shown.slot = 'now' and unit.unit_kind = 'person' and macro.shows(shown.only_branch, unit.branch)
	group by unit.unit
),
checked as (
	select person, count(*) as checks, count(*) filter (passed = 'no') as failed, max(checked_at)::date::varchar as last_on
	from staging.shown
	join facts.spot_check using (month)
	where shown.slot = 'now' and person is not null
	group by person
)
select there.person, there.branch, coalesce(checks, 0)::bigint as checks, coalesce(failed, 0)::bigint as failed, last_on
from there
left join checked using (person)
