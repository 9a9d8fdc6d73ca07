-- one row a slot, dimension and value of it: spot checks in the months shown, how many failed and were severe (L151, L238, L245)
with sums as (
	select
		spot_check.*, shown.slot, dimension.dimension,
		case dimension.dimension
			when 'all' then ''
			when 'subject' then spot_check.subject
			when 'branch' then spot_check.branch
			when 'person' then spot_check.person
			when 'channel' then spot_check.channel
			when 'month' then spot_check.month
		end as value
	from staging.shown
	join facts.spot_check using (month)
	cross join (values ('all'), ('subject'), ('branch'), ('person'), ('channel'), ('month')) as dimension (dimension)
	where macro.shows(shown.only_branch, spot_check.branch)
)
select
	slot, dimension, value,
	count(*) as checks,
	count(distinct person) as people,
	count(*) filter (passed = 'no') as failed,
	count(*) filter (severe = 'yes') as severe
from sums
group by all
