-- one row a slot, dimension and value of it: the callbacks of the months shown (L216, L219, L235)
with part as (
	select
		part.*, dimension.dimension,
		case dimension.dimension
			when 'all' then ''
			when 'class' then part.class
			when 'channel' then part.channel
			when 'branch' then part.branch
			when 'person' then part.person
			when 'month' then part.month
		end as value
	from reports.callback_part as part
	join reports.slot using (slot)
	cross join (values ('all'), ('class'), ('channel'), ('branch'), ('person'), ('month')) as dimension (dimension)
	where macro.shows(slot.only_branch, part.branch)
),
summed as (
	select
		slot, dimension, value,
		sum(callbacks)::bigint as callbacks,
		count(distinct person) as people,
		sum(reached)::bigint as reached,
		sum(rated)::bigint as rated,
		sum(satisfied)::bigint as satisfied,
		sum(remarked)::bigint as remarked,
		sum(days_off)::bigint as days_off,
		sum(severe)::bigint as severe,
		sum(severe_due)::bigint as severe_due,
		sum(reported_in_time)::bigint as reported_in_time,
		sum(severe_due_plain)::bigint as severe_due_plain,
		sum(reported_in_time_plain)::bigint as reported_in_time_plain
	from part
	group by all
),
-- a customer is one of its branch, whoever called
reached as (
	select part.slot, dimension.dimension, if(dimension.dimension = 'all', '', part.value) as value, sum(part.customers)::bigint as customers
	from reports.reach as part
	join reports.slot using (slot)
	join (values ('all', 'branch'), ('branch', 'branch'), ('class', 'class'), ('channel', 'channel'), ('person', 'person'), ('month', 'month'))
		as dimension (dimension, source) on dimension.source = part.dimension
	where macro.shows(slot.only_branch, part.branch)
	group by all
),
severe as (
	select
		slot, dimension, value,
		quantile_disc(seconds, 0.5) as severe_middle,
		quantile_disc(seconds, 0.9) as severe_late
	from (select slot, dimension, value, unnest(severe_seconds) as seconds from part)
	group by all
)
select
	summed.*,
	coalesce(reached.customers, 0) as customers,
	severe.severe_middle, severe.severe_late,
	sum(summed.callbacks) over (partition by summed.slot, summed.dimension)::bigint as every_one
from summed
left join reached
	on reached.slot = summed.slot
	and reached.dimension = summed.dimension
	and reached.value is not distinct from summed.value
left join severe
	on severe.slot = summed.slot
	and severe.dimension = summed.dimension
	and severe.value is not distinct from summed.value
