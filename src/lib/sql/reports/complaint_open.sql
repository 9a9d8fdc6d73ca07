-- one row a complaint of the months shown whose loop is open, and where it stands (L327)
select
	shown.slot, loop.ticket, loop.branch, loop.party, loop.category, loop.person, loop.stands, loop.asked,
	strftime(loop.received_at, '%Y-%m-%d') as received_on,
	greatest(shown.as_of - loop.received_at::date, 0) as age,
	loop.source_file, loop.source_record, loop.source_line
from staging.shown
join rows.loop using (month)
where loop.stands <> 'closed'
