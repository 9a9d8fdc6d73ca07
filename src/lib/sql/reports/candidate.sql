-- one row a callback or ticket of the months shown that the spot-check desk may draw, the stratum that it is of (the first risk that the policy gives a share and that it has, else chance), and whether the seed draws it: so many a branch and week, strata by their shares, each person in turn, and so many a person and week at least (L159, own rule)
with candidate as (
	select
		'callbacks' as dataset, callback.callback as ref, callback.branch, callback.person, callback.called_at as moment,
		coalesce(callback.customer, '') as subject, callback.result_text as detail, callback.month, callback.satisfaction::integer as mark,
		coalesce(callback.trigger_on, callback.called_at::date) as silent_from, callback.called_at::date as answered_on, ticket.kind is not distinct from 'complaint' as complained,
		callback.source_file, callback.source_record, callback.source_line
	from facts.callback
	left join (select ticket, any_value(kind) as kind from facts.ticket group by ticket) as ticket on ticket.ticket = callback.ticket
	union all
	select
		'tickets', ticket, branch, person, received_at, coalesce(category, ''), status_text, month, satisfaction::integer,
		received_at::date, coalesce(replied_at, resolved_at)::date, kind = 'complaint',
		source_file, source_record, source_line
	from facts.ticket
	where status is distinct from 'excluded'
),
hired as (
	select person, if(bool_or("from" is null), null, min("from")) as from_day from facts.person group by person
),
found as (
	select distinct callback from reports.finding_call where slot = 'now'
),
sorted as (
	select
		candidate.*, sampling.per_week, sampling.seed, part.sample_person,
		date_trunc('week', candidate.moment)::date as week,
		case
			when part.sample_finding > 0 and found.callback is not null then 'finding'
			when part.sample_complaint > 0 and candidate.complained then 'complaint'
			when part.sample_low_rating > 0 and candidate.mark < rule.satisfied_from then 'low_rating'
			when part.sample_newcomer > 0 and date_diff('month', hired.from_day, candidate.moment::date) < part.sample_newcomer_months then 'newcomer'
			when part.sample_silence > 0 and coalesce(candidate.answered_on, shown.today) - candidate.silent_from >= part.sample_silent_days then 'silence'
			else 'chance'
		end as stratum,
		case stratum
			when 'finding' then part.sample_finding
			when 'complaint' then part.sample_complaint
			when 'low_rating' then part.sample_low_rating
			when 'newcomer' then part.sample_newcomer
			when 'silence' then part.sample_silence
			else 100000 - part.sample_finding - part.sample_complaint - part.sample_low_rating - part.sample_newcomer - part.sample_silence
		end as share
	from staging.shown
	join candidate using (month)
	join staging.sampling using (dataset)
	join policy.rule using (month)
	join policy.part using (policy)
	left join found on found.callback = candidate.ref and candidate.dataset = 'callbacks'
	left join hired on hired.person = candidate.person
	where shown.slot = 'now' and macro.shows(shown.only_branch, candidate.branch)
),
turned as (
	select
		sorted.*,
		row_number() over (partition by branch, week, stratum, person order by md5(seed || ref), ref) as turn
	from sorted
),
placed as (
	select
		turned.*,
		row_number() over (partition by branch, week, stratum order by turn, md5(seed || week::varchar || coalesce(person, '')), ref) as place
	from turned
),
-- the strata take turns as their shares say: the n-th of one comes at n by its share, less a part of one that the seed gives each branch, week and stratum, so that no stratum always comes first
timed as (
	select
		placed.*,
		(place - (md5_number_lower(seed || branch || week::varchar || stratum) % 1000000)::double / 1000000) / nullif(share, 0) as comes
	from placed
),
ordered as (
	select
		timed.*,
		row_number() over (
			partition by branch, week
			order by comes nulls last, stratum, place
		) as nth,
		row_number() over (
			partition by branch, week, person
			order by comes nulls last, stratum, place
		) as nth_of_person
	from timed
)
select
	dataset, ref, branch, person, month, week, moment, subject, detail, stratum,
	nth <= per_week or (person is not null and nth_of_person <= sample_person) as drawn,
	source_file, source_record, source_line
from ordered
