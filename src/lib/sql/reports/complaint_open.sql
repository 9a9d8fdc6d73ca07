-- one row a complaint received up to the day shown whose loop is open, and where it stands (L327)
select
	shown.slot, loop.ticket, loop.branch, loop.party, loop.category, loop.person, loop.stands, loop.asked,
	strftime(loop.received_at, '%Y-%m-%d') as received_on,
	greatest(shown.as_of - loop.received_at::date, 0) as age,
	loop.source_file, loop.source_record, loop.source_line
from reports.slot as shown
join rows.loop on loop.received_at::date <= shown.as_of
where loop.stands <> 'closed' and macro.shows(shown.only_branch, loop.branch)
