-- one row a ticket that counts, whether its due time decides and whether it was in time by the clock of its policy and without what it was held, beside what the plain clock says (L168-186, own rule)
select
	ticket.* exclude (timed, in_time, done_seconds),
	if(
		waited.clock is null, ticket.timed,
		ticket.due_at is not null
			and (coalesce(ticket.resolved_at < ticket.cut_off, false) or coalesce(waited.by_cut_off > waited.allowed, true))
	) as timed,
	if(waited.clock is null, ticket.in_time, coalesce(waited.used <= waited.allowed, false)) as in_time,
	ticket.in_time as in_time_plain,
	if(waited.clock is null, ticket.done_seconds, if(waited.used >= 0, waited.used, null)) as done_seconds,
	ticket.done_seconds as done_plain,
	coalesce(waited.held, 0) as held
from rows.ticket
left join rows.waited
	on waited.clock = 'tickets' and waited.source_file = ticket.source_file and waited.source_record = ticket.source_record
