-- one row a slot, dimension and value of it: unsatisfied answers of callbacks in the months shown, and those handed on as a ticket (L327)
with counted as (
	select
		talk.*, shown.slot, dimension.dimension,
		case dimension.dimension
			when 'all' then ''
			when 'branch' then talk.branch
			when 'person' then talk.person
			when 'month' then talk.month
		end as value
	from staging.shown
	join rows.talk using (month)
	cross join (values ('all'), ('branch'), ('person'), ('month')) as dimension (dimension)
	where talk.rated and not talk.satisfied and macro.shows(shown.only_branch, talk.branch)
)
select
	slot, dimension, value,
	count(*) as unhappy,
	count(*) filter (ticket is not null) as passed_on
from counted
group by all
