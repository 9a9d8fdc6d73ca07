-- one row a month, data set and branch (null: all) that scores rest on and that wasn't read: nothing accepted in the whole chain, unless someone stated that none came and nothing was set aside; of audits, merits, reports and holds only where records of theirs were set aside; in a branch at least as many set aside as accepted, of audits, merits and reports all, where they tell their month
with rested as (
	from (values ('tickets', false), ('callbacks', false), ('attendance', false), ('spot_checks', false), ('audits', true), ('merits', true), ('reports', true), ('holds', true))
		as rested (dataset, when_aside)
),
nowhere as (
	select month.month, rested.dataset, null::varchar as branch
	from facts.month
	cross join rested
	anti join facts.received on received.month = month.month and received.dataset = rested.dataset
	where exists (
		from staging.aside
		where aside.dataset = rested.dataset and coalesce(aside.month, month.month) = month.month
	) or not (rested.when_aside or exists (
		from staging.stated
		where stated.dataset = rested.dataset and coalesce(stated.month, month.month) = month.month
	))
),
lost as (
	select
		there.month, aside.dataset, there.branch, rested.when_aside,
		coalesce(sum(aside.records) filter (aside.branch is not null and (aside.month is not null or not rested.when_aside)), 0) as own,
		sum(aside.records) as possible
	from facts.open_branch as there
	join staging.aside on coalesce(aside.month, there.month) = there.month
	left join facts.heir
		on heir.branch = aside.branch and there.month >= heir.from_month and there.month < heir.until_month
	join rested on rested.dataset = aside.dataset
	where coalesce(heir.heir, aside.branch, there.branch) = there.branch
	group by all
),
mostly as (
	select lost.month, lost.dataset, lost.branch
	from lost
	left join facts.received using (month, dataset, branch)
	where case
		when lost.when_aside then lost.own > 0 and received.records is null
		when received.records is null then lost.possible > 0
		else lost.own >= received.records
	end
)
from nowhere
union all
from mostly
