-- one row a hold of a ticket: each record of holds once, and what the tickets' own columns say; its month is that in which it begins (own rule)
with said as (
	select
		record.ticket, record.branch, record."from", record."to", record.reason, record.reason_text, record.note,
		'holds' as dataset, record.source_file, record.source_record, record.source_line
	from staging.hold as record
	anti join checks.repeat
		on repeat.dataset = 'holds'
		and repeat.source_file = record.source_file
		and repeat.source_record = record.source_record
	union all
	select
		ticket, branch, held_from, held_to, hold_reason, hold_reason_text, null,
		'tickets', source_file, source_record, source_line
	from facts.ticket
	where held_from is not null
	union all
	select
		ticket, branch, held_again_from, held_again_to, held_again_reason, held_again_reason_text, null,
		'tickets', source_file, source_record, source_line
	from facts.ticket
	where held_again_from is not null
)
select
	said.* exclude (branch),
	coalesce(ticket.branch, said.branch) as branch,
	strftime(said."from", '%Y-%m') as month,
	ticket.ticket is not null as known
from said
left join (select ticket, branch from facts.ticket) as ticket using (ticket)
