-- one row a slot, branch, home or asset, and category that was reported again in the months shown: how often, with the days before them that count as again (L179, L181)
select
	slot, branch, place as unit, category,
	count(*) as tickets,
	count(*) filter (not done) as open,
	strftime(min(received_at), '%Y-%m-%d') as first_on,
	strftime(max(received_at), '%Y-%m-%d') as last_on
from reports.repeat_row
group by all
