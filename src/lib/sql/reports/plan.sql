-- one row a slot, month, branch, kind and item: planned and actual in thousandths, and the whole that a reported rate implies (L248-256)
select
	shown.slot, plan.month, plan.branch, plan.kind, plan.kind_text, plan.item, plan.measure_unit, plan.owner,
	(plan.planned * 1000)::bigint as planned,
	(plan.actual * 1000)::bigint as actual,
	(plan.rate * 1000)::bigint as rate,
	(plan.implied * 1000)::bigint as implied,
	plan.done, plan.partly, plan.overspent,
	strftime(plan.due_on, '%Y-%m-%d') as due_on,
	strftime(plan.done_on, '%Y-%m-%d') as done_on,
	case
		when plan.due_on is null then null
		when plan.done_on <= plan.due_on then if(plan.partly, 'in_part', 'in_time')
		when plan.done_on is not null then 'late'
		when plan.done then 'finished'
		when shown.today > plan.due_on then 'overdue'
		else 'not_due'
	end as milestone,
	plan.source_file, plan.source_record, plan.source_line
from staging.shown
join rows.plan using (month)
where macro.shows(shown.only_branch, plan.branch)
