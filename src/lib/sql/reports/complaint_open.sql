-- one row a complaint received up to the day shown whose loop was open then, and where it stood (L327)
with asked as (
	select
		shown.slot, asked.ticket,
		count(*) as asked,
		arg_max(asked.satisfied, (asked.called_at, coalesce(asked.callback, ''))) filter (asked.satisfied is not null) as satisfied
	from reports.slot as shown
	join rows.asked on asked.called_at::date <= shown.as_of
	group by all
),
received as (
	select
		shown.slot, shown.as_of, complaint.*,
		coalesce(complaint.resolved_at::date <= shown.as_of, false) as solved,
		coalesce(asked.asked, 0) as asked,
		asked.satisfied
	from reports.slot as shown
	join facts.complaint on complaint.received_at::date <= shown.as_of
	left join asked on asked.slot = shown.slot and asked.ticket = complaint.ticket
	where macro.shows(shown.only_branch, complaint.branch)
)
select
	slot, ticket, branch, party, category, person, asked,
	case
		when solved and not satisfied then 'unhappy'
		when solved and asked > 0 then 'asked'
		when solved then 'solved'
		when person is not null then 'named'
		else 'received'
	end as stands,
	strftime(received_at, '%Y-%m-%d') as received_on,
	as_of - received_at::date as age,
	source_file, source_record, source_line
from received
where not (solved and coalesce(satisfied, false))
