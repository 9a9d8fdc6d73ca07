-- one row a customer's opinion whose reply is due: whether it came within the standard time, and whether it counts yet (L134)
with item as (
	select
		ticket.*,
		rule.feedback_standard, rule.feedback_standard_amount as standard,
		if(rule.feedback_start = 'accepted', coalesce(ticket.replied_at, ticket.received_at), ticket.received_at) as begun_at,
		if(rule.feedback_end = 'closed', ticket.resolved_at, coalesce(ticket.replied_at, ticket.resolved_at)) as ended_at,
		rule.cut_off
	from facts.ticket
	join policy.rule using (month)
	where ticket.status is distinct from 'excluded'
		and (ticket.kind = 'suggestion' or (ticket.kind = 'complaint' and rule.feedback_items = 'with_complaints'))
),
due as (
	select
		item.*,
		if(
			feedback_standard = 'hours',
			begun_at + to_hours(standard),
			last.day::timestamp + to_seconds(date_diff('second', date_trunc('day', begun_at), begun_at))
		) as reply_due_at
	from item
	left join staging.workday as first on first.day = item.begun_at::date
	left join staging.workday as last on last.works and last.ordinal = first.ordinal + item.standard
)
select
	*,
	coalesce(ended_at <= reply_due_at, false) as in_time,
	ended_at is not null or reply_due_at < cut_off as counts
from due
