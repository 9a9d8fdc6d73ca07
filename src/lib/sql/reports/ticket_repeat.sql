-- one row a slot, branch, home or asset, category and chain of reports of it, each within the policy's days of the one before: how many, and how many of them are open (L179, L181)
select
	slot, branch, place as unit, category, first_on,
	count(*) as tickets,
	count(*) filter (not done) as open,
	strftime(max(received_at), '%Y-%m-%d') as last_on
from reports.repeat_row
group by slot, branch, place, category, chain, first_on
