-- one row a callback or ticket that the seed draws for the spot-check desk: so many a branch and week, each person in turn (L159)
with candidate as (
	select 'callbacks' as dataset, callback as ref, branch, person, called_at as moment, coalesce(customer, '') as subject, result_text as detail, month, source_file, source_record, source_line
	from facts.callback
	union all
	select 'tickets', ticket, branch, person, received_at, coalesce(category, ''), status_text, month, source_file, source_record, source_line
	from facts.ticket
	where status is distinct from 'excluded'
),
turned as (
	select
		candidate.*, sampling.per_week, sampling.seed,
		date_trunc('week', candidate.moment)::date as week,
		row_number() over (
			partition by candidate.branch, date_trunc('week', candidate.moment), candidate.person
			order by md5(sampling.seed || candidate.ref), candidate.ref
		) as turn
	from staging.shown
	join candidate using (month)
	join staging.sampling using (dataset)
	where shown.slot = 'now' and macro.shows(shown.only_branch, candidate.branch)
)
select
	dataset, ref, branch, person, strftime(week, '%Y-%m-%d') as week, strftime(moment, '%Y-%m-%d %H:%M:%S') as drawn_at, subject, detail,
	source_file, source_record, source_line
from turned
qualify row_number() over (partition by branch, week order by turn, md5(seed || week::varchar || coalesce(person, '')), ref) <= per_week
