-- one row a month, unit and reason for which the policy ranks no unit like it, whatever its lines say: a person in the first months since hiring, or a branch since its opening or since another went into it, the first of them counted; a person who was present for too little of the days due; with what the rule asks for (own rule)
with span as (
	select part.*, (month || '-01')::date as first_day, last_day((month || '-01')::date) as final_day
	from policy.month_part as part
),
hired as (
	-- whoever was there before the file knows has no first day
	select person, if(bool_or("from" is null), null, min("from")) as from_day from facts.person group by person
),
present as (
	select month, person, sum(due_days) as due_days, sum(attended_days) as attended_days
	from facts.attendance
	group by all
),
-- a branch that merely got another name is as old as it was under the former one
opened as (
	select branch, min(opened_on) as opened_on
	from (
		select branch, opened_on from facts.branch
		union all
		select there.branch, coalesce(gone.opened_on, date '0001-01-01')
		from facts.heir
		join facts.branch as there on there.branch = heir.heir and there.opened_on >= heir.from_day
		join facts.branch as gone on gone.branch = heir.branch
	)
	group by all
)
select span.month, 'person' as unit_kind, hired.person as unit, 'newcomer' as reason, span.newcomer_months as needed
from span
join hired on hired.from_day <= span.final_day
where date_diff('month', hired.from_day, span.first_day) < span.newcomer_months
union all
select span.month, 'branch', opened.branch, 'new_branch', span.branch_months
from span
join opened on opened.opened_on <= span.final_day
where date_diff('month', opened.opened_on, span.first_day) < span.branch_months
union all
select span.month, 'person', present.person, 'absent', span.least_present
from span
join present using (month)
where present.attended_days * 100000 < present.due_days * span.least_present
union all
select distinct span.month, 'branch', heir.heir, 'merged', span.merged_months
from span
join facts.heir on heir.from_day <= span.final_day and heir.until_day > span.first_day
-- a mere new name is no merger
join facts.branch as there on there.branch = heir.heir and coalesce(there.opened_on, date '0001-01-01') < heir.from_day
where date_diff('month', heir.from_day, span.first_day) < span.merged_months
