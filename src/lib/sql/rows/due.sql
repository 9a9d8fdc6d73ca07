-- one row a customer to be called back: when it is due, a week after the trigger and moved past days off, and the first call from the earliest day on that reached them; classes without a deadline are never late (L220-224)
with planned as (
	select
		customer.*,
		(customer.trigger_on + part.callback_days)::date as day,
		part.callback_grace, part.callback_moved, part.callback_earliest,
		flexible.class is not null as flexible
	from facts.customer
	join policy.month_part as part on part.month = strftime(customer.trigger_on, '%Y-%m')
	left join policy.flexible on flexible.policy = part.policy and flexible.class = customer.class
),
works as (
	select day from staging.workday where works
),
due as (
	select
		planned.* exclude (day),
		if(planned.callback_moved, coalesce(works.day, planned.day), planned.day) as due_on
	from planned
	asof left join works on planned.day <= works.day
),
-- an inner join first: one that keeps the others compares every call with every customer
called as (
	select
		due.source_file, due.source_record,
		min(callback.called_at) as called_at,
		arg_min(callback.callback, (callback.called_at, callback.callback)) as callback
	from due
	join facts.callback
		on callback.branch = due.branch
		and callback.customer = due.customer
	where callback.result = 'reached'
		and (callback.class is null or callback.class = due.class)
		and callback.called_at >= (due.trigger_on + due.callback_earliest)::date
	group by due.source_file, due.source_record
)
select
	due.* exclude (callback_moved, callback_grace, callback_earliest),
	called.callback, called.called_at,
	(due_on + callback_grace)::date as late_on,
	strftime(due_on, '%Y-%m') as month,
	case
		when called_at is null then if(flexible, 'open', 'missed')
		when flexible or called_at::date <= due_on + callback_grace then 'done'
		else 'late'
	end as outcome
from due
left join called using (source_file, source_record)
