-- one row a customer's opinion whose reply is due: whether it came within the standard time, by the clock and without what the ticket was held, and whether it counts yet (L134)
with item as (
	select
		ticket.*,
		rule.feedback_standard, rule.feedback_standard_amount as standard,
		macro.answer_begins(rule.feedback_start, ticket.received_at, ticket.replied_at) as begun_at,
		macro.answer_ends(rule.feedback_end, ticket.replied_at, ticket.resolved_at) as ended_at,
		rule.cut_off
	from facts.ticket
	join policy.rule using (month)
	where ticket.status is distinct from 'excluded'
		and (ticket.kind = 'suggestion' or (ticket.kind = 'complaint' and rule.feedback_items = 'with_complaints'))
),
due as (
	select
		item.*,
		case feedback_standard
			when 'hours' then begun_at + to_hours(standard)
			when 'working_days' then last.day::timestamp + to_seconds(date_diff('second', date_trunc('day', begun_at), begun_at))
		end as reply_due_at
	from item
	left join staging.workday as first on first.day = item.begun_at::date
	left join staging.workday as last on last.works and last.ordinal = first.ordinal + item.standard
)
select
	due.*,
	coalesce(if(waited.clock is null, ended_at <= reply_due_at, waited.used <= waited.allowed), false) as in_time,
	coalesce(ended_at <= reply_due_at, false) as in_time_plain,
	ended_at is not null
		or coalesce(if(waited.clock is null, reply_due_at < cut_off, waited.by_cut_off > waited.allowed), false) as counts,
	coalesce(waited.held, 0) as held
from due
left join rows.waited
	on waited.clock = 'feedback' and waited.source_file = due.source_file and waited.source_record = due.source_record
