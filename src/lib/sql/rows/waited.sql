-- one row a clock and ticket whose time isn't what the plain clock says (it was held, or the policy counts other hours): seconds by that clock to the end and to the cut-off, without those held, and those allowed; null where it has no end or nothing allows any (own rule)
with awaited as (
	select
		'tickets' as clock, rule.policy, rule.cut_off, ticket.ticket, ticket.branch, ticket.source_file, ticket.source_record,
		ticket.received_at as begun_at, ticket.resolved_at as ended_at, ticket.due_at, null::bigint as allowed
	from facts.ticket
	join policy.rule using (month)
	where ticket.status is distinct from 'excluded'
	union all
	select
		'complaints', rule.policy, rule.cut_off, ticket.ticket, ticket.branch, ticket.source_file, ticket.source_record,
		ticket.received_at, ticket.resolved_at, null, rule.complaint_cutoff_amount::bigint * 3600
	from facts.complaint as ticket
	join policy.rule using (month)
	union all
	select
		'feedback', rule.policy, rule.cut_off, ticket.ticket, ticket.branch, ticket.source_file, ticket.source_record,
		macro.answer_begins(rule.feedback_start, ticket.received_at, ticket.replied_at),
		macro.answer_ends(rule.feedback_end, ticket.replied_at, ticket.resolved_at),
		null,
		rule.feedback_standard_amount::bigint * if(rule.feedback_standard = 'working_days', 86400, 3600)
	from facts.ticket
	join policy.rule using (month)
	where ticket.status is distinct from 'excluded' and ticket.kind in ('suggestion', 'complaint')
),
timed as (
	select
		awaited.*,
		coalesce(own.every, company.every) as every,
		coalesce(own.opens, company.opens) as opens,
		coalesce(own.length, company.length) as length
	from awaited
	join policy.clock as company
		on company.policy = awaited.policy and company.clock = awaited.clock and company.branch is null
	left join policy.clock as own
		on own.policy = awaited.policy and own.clock = awaited.clock and own.branch = awaited.branch
	left join (select distinct ticket from rows.hold) as held using (ticket)
	where held.ticket is not null
		or not coalesce(own.every, company.every)
		or coalesce(own.length, company.length) < 86400
),
told as (
	select
		timed.*,
		macro.ran(begun_at, every, begun.ordinal, begun.works, opens, length) as begun_ran,
		macro.ran(ended_at, every, ended.ordinal, ended.works, opens, length) as ended_ran,
		macro.ran(due_at, every, due.ordinal, due.works, opens, length) as due_ran,
		macro.ran(cut_off, every, last.ordinal, last.works, opens, length) as last_ran,
		-- a day off on which it begins gives no whole day: it goes on at the same time of the day on which it ends
		if(clock = 'feedback' and length = 86400 and not every and not begun.works,
			86400 - date_diff('second', date_trunc('day', begun_at), begun_at), 0) as lost
	from timed
	left join staging.workday as begun on begun.day = timed.begun_at::date
	left join staging.workday as ended on ended.day = timed.ended_at::date
	left join staging.workday as due on due.day = timed.due_at::date
	left join staging.workday as last on last.day = timed.cut_off::date
),
held as (
	select
		told.clock, told.source_file, told.source_record,
		sum(macro.within(
			macro.ran(hold.began, every, began.ordinal, began.works, opens, length),
			macro.ran(hold.ended, every, ended.ordinal, ended.works, opens, length),
			begun_ran, ended_ran
		)) as until_end,
		sum(macro.within(
			macro.ran(hold.began, every, began.ordinal, began.works, opens, length),
			macro.ran(hold.ended, every, ended.ordinal, ended.works, opens, length),
			begun_ran, last_ran
		)) as until_last,
		sum(macro.within(
			macro.ran_on(hold.began), macro.ran_on(hold.ended), macro.ran_on(begun_at), macro.ran_on(coalesce(ended_at, cut_off))
		)) as by_day_and_night
	from told
	join rows.hold using (ticket)
	left join staging.workday as began on began.day = hold.began::date
	left join staging.workday as ended on ended.day = hold.ended::date
	group by all
)
select
	told.clock, told.source_file, told.source_record,
	(ended_ran - begun_ran - coalesce(held.until_end, 0))::bigint as used,
	(last_ran - begun_ran - coalesce(held.until_last, 0))::bigint as by_cut_off,
	coalesce(due_ran - begun_ran, if(allowed is null, null, greatest(allowed - lost, 0)))::bigint as allowed,
	coalesce(held.by_day_and_night, 0)::bigint as held
from told
left join held using (clock, source_file, source_record)
