-- one row a slot, dimension and value of it: the tickets received in the months shown, seconds to reply, arrive and complete (by its clock without what it was held, beside day and night) and of handling as the export has them, at the middle and the ninetieth per cent (L168-186)
with ticket as (
	select
		ticket.*, shown.slot, shown.today,
		again.slot is not null as again
	from staging.shown
	join rows.timed as ticket using (month)
	left join (from reports.repeat_row where again) as again
		on again.slot = shown.slot
		and again.source_file = ticket.source_file
		and again.source_record = ticket.source_record
	where macro.shows(shown.only_branch, ticket.branch) and macro.shows(shown.only_stage, ticket.stage)
),
sums as (
	select
		ticket.*, dimension.dimension,
		case dimension.dimension
			when 'all' then ''
			when 'kind' then ticket.kind
			when 'category' then ticket.category
			when 'party' then ticket.party
			when 'branch' then ticket.branch
			when 'person' then ticket.person
			when 'stage' then ticket.stage
			when 'warranty' then ticket.warranty
			when 'month' then ticket.month
		end as value
	from ticket
	cross join (values ('all'), ('kind'), ('category'), ('party'), ('branch'), ('person'), ('stage'), ('warranty'), ('month')) as dimension (dimension)
)
select
	slot, dimension, value,
	count(*) as tickets,
	count(distinct person) as people,
	count(*) filter (done) as done,
	count(*) filter (not done) as open,
	count(*) filter (is_disputed) as disputed,
	-- what is open and was held is late by so much later
	count(*) filter (due_at is not null and (resolved_at is not null or due_at + to_seconds(held) < today)) as due,
	count(*) filter (in_time) as in_time,
	count(*) filter (due_at is not null and (resolved_at is not null or due_at < today)) as due_plain,
	count(*) filter (in_time_plain) as in_time_plain,
	count(*) filter (held > 0) as held,
	count(*) filter (again) as repeated,
	quantile_disc(reply_seconds, 0.5) as reply_middle,
	quantile_disc(reply_seconds, 0.9) as reply_late,
	quantile_disc(arrival_seconds, 0.5) as arrival_middle,
	quantile_disc(arrival_seconds, 0.9) as arrival_late,
	quantile_disc(done_seconds, 0.5) as done_middle,
	quantile_disc(done_seconds, 0.9) as done_late,
	quantile_disc(done_plain, 0.5) as done_plain_middle,
	quantile_disc(done_plain, 0.9) as done_plain_late,
	quantile_disc(handled_seconds::bigint, 0.5) as handled_middle,
	quantile_disc(handled_seconds::bigint, 0.9) as handled_late
from sums
group by all
