-- one row a month, data set and branch (null: all) that scores rest on and that wasn't read: nothing accepted in the whole chain; of audits, merits and reports only where records of theirs were set aside; in a branch at least as many set aside as accepted. What someone stated not to have come is read (readings.md 0)
with rested as (
	from (values ('tickets', false), ('callbacks', false), ('attendance', false), ('spot_checks', false), ('audits', true), ('merits', true), ('reports', true))
		as rested (dataset, when_aside)
),
nowhere as (
	select month.month, rested.dataset, null::varchar as branch
	from facts.month
	cross join rested
	anti join facts.received on received.month = month.month and received.dataset = rested.dataset
	where not rested.when_aside or exists (
		from staging.aside
		where aside.dataset = rested.dataset and coalesce(aside.month, month.month) = month.month
	)
),
lost as (
	select
		unit.month, aside.dataset, unit.unit as branch,
		coalesce(sum(aside.records) filter (aside.branch is not null), 0) as own,
		sum(aside.records) as possible
	from facts.unit
	join staging.aside
		on coalesce(aside.branch, unit.unit) = unit.unit
		and coalesce(aside.month, unit.month) = unit.month
	join rested on rested.dataset = aside.dataset and not rested.when_aside
	where unit.unit_kind = 'branch'
	group by all
),
mostly as (
	select lost.month, lost.dataset, lost.branch
	from lost
	left join facts.received using (month, dataset, branch)
	where lost.own >= coalesce(received.records, lost.own + 1) or (received.records is null and lost.possible > 0)
)
select unread.*
from (from nowhere union all from mostly) as unread
anti join staging.stated
	on stated.dataset = unread.dataset and coalesce(stated.month, unread.month) = unread.month
