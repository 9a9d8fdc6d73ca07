-- one row a slot, dimension and value of it: opinions and suggestions received in the months shown, handed to a named person, answered, and answered in time (L111, L327)
with sums as (
	select
		opinion.*, shown.slot, shown.today, dimension.dimension,
		case dimension.dimension
			when 'all' then ''
			when 'party' then opinion.party
			when 'branch' then opinion.branch
			when 'category' then opinion.category
			when 'month' then opinion.month
		end as value
	from staging.shown
	join rows.opinion using (month)
	cross join (values ('all'), ('party'), ('branch'), ('category'), ('month')) as dimension (dimension)
	where opinion.kind = 'suggestion' and macro.shows(shown.only_branch, opinion.branch)
)
select
	slot, dimension, value,
	count(*) as opinions,
	count(*) filter (person is not null) as named,
	count(*) filter (ended_at is not null) as answered,
	count(*) filter (in_time and counts) as in_time,
	count(*) filter (counts and (ended_at is not null or coalesce(reply_due_at + to_seconds(held) < today, true))) as due,
	count(*) filter (in_time_plain) as in_time_plain,
	count(*) filter (ended_at is not null or reply_due_at < today) as due_plain
from sums
group by all
