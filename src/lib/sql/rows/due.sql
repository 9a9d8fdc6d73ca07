-- one row a customer to be called back: when it is due, a week after the trigger and moved past days off, and the call that answers it; one call answers one trigger, the oldest first, or the one that it names; classes without a deadline are never late and missed once their month is over (L220-224)
with planned as (
	select
		customer.*,
		-- a call after a merger answers what was due before it
		coalesce(lasting.heir, customer.branch) as kept,
		(customer.trigger_on + part.callback_days)::date as day,
		part.callback_grace, part.callback_moved,
		(customer.trigger_on + part.callback_earliest)::timestamp as from_at,
		flexible.class is not null as flexible,
		count(distinct customer.class) over (partition by kept, customer.customer) = 1 as one_class
	from facts.customer
	join policy.month_part as part on part.month = strftime(customer.trigger_on, '%Y-%m')
	left join facts.heir as lasting on lasting.branch = customer.branch and lasting.until_day = date '2299-12-01'
	left join policy.flexible on flexible.policy = part.policy and flexible.class = customer.class
),
works as (
	select
		day,
		min(if(works, day, null)) over (order by day rows between current row and unbounded following) as next_day
	from staging.workday
),
due as (
	select
		planned.* exclude (day),
		if(planned.callback_moved, coalesce(works.next_day, planned.day), planned.day) as due_on
	from planned
	left join works using (day)
),
reached as (
	select
		coalesce(lasting.heir, callback.branch) as kept,
		callback.customer, callback.class, callback.trigger_on, callback.called_at, callback.callback
	from facts.callback
	semi join facts.customer on customer.customer = callback.customer
	left join facts.heir as lasting on lasting.branch = callback.branch and lasting.until_day = date '2299-12-01'
	where callback.result = 'reached'
),
-- what names its trigger answers that one
named as (
	select
		due.source_file, due.source_record,
		min(reached.called_at) as called_at,
		arg_min(reached.callback, (reached.called_at, reached.callback)) as callback
	from due
	join reached
		on reached.kept = due.kept
		and reached.customer = due.customer
		and reached.trigger_on = due.trigger_on
	where (reached.class is null or reached.class = due.class) and reached.called_at >= due.from_at
	group by due.source_file, due.source_record
),
-- the others wait in lanes: a customer's calls of a class, and those of no class where there are several
lane as (
	select
		*,
		row_number() over (partition by kept, customer, lane order by from_at, source_file, source_record) as turn
	from (
		select due.*, unnest(if(due.one_class, [due.class], [due.class, ''])) as lane
		from due
		anti join named using (source_file, source_record)
	)
),
waiting as (
	select
		reached.kept, reached.customer, reached.called_at, reached.callback,
		coalesce(reached.class, if(alone.one_class, alone.class, '')) as lane
	from reached
	left join (
		select kept, customer, bool_and(one_class) as one_class, min(class) as class from due group by all
	) as alone using (kept, customer)
	where reached.trigger_on is null
),
queue as (
	select *, row_number() over (partition by kept, customer, lane order by called_at, callback)::bigint as place
	from waiting
),
-- the first call that could answer a trigger, put off by the calls that older triggers take
taken as (
	select
		lane.source_file, lane.source_record, lane.kept, lane.customer, lane.lane,
		lane.turn + max(coalesce(first.place, 1000000000) - lane.turn) over (
			partition by lane.kept, lane.customer, lane.lane order by lane.turn
		) as place
	from lane
	asof left join queue as first
		on first.kept = lane.kept
		and first.customer = lane.customer
		and first.lane = lane.lane
		and lane.from_at <= first.called_at
),
called as (
	select
		source_file, source_record,
		min(called_at) as called_at,
		arg_min(callback, (called_at, callback)) as callback
	from (
		from named
		union all
		select taken.source_file, taken.source_record, queue.called_at, queue.callback
		from taken
		join queue using (kept, customer, lane, place)
	)
	group by all
)
select
	due.* exclude (callback_moved, callback_grace, from_at, one_class, kept),
	called.callback, called.called_at,
	if(flexible, last_day(due_on), (due_on + callback_grace)::date) as late_on,
	strftime(due_on, '%Y-%m') as month,
	case
		when called_at is null then 'missed'
		when flexible or called_at::date <= due_on + callback_grace then 'done'
		else 'late'
	end as outcome
from due
left join called using (source_file, source_record)
