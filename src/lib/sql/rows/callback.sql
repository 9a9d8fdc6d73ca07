-- one row a callback, and what it adds to the completed ones, of its branch and of its person, and to the satisfaction of both in its month (L153, L160)
select
	callback.*,
	if(
		rule.callback_counts = 'once_per_ticket',
		callback.result = 'reached' and row_number() over of_branch = 1,
		macro.is_made(rule.callback_counts, callback.result)
	)::integer as counted,
	-- a ticket that two people called on is one of each
	if(
		rule.callback_counts = 'once_per_ticket',
		callback.result = 'reached' and row_number() over of_person = 1,
		macro.is_made(rule.callback_counts, callback.result)
	)::integer as own_counted,
	-- an answer for which another of the customer's stands adds nothing
	if(once.month is not null and once.branch_mark is null, 0,
		macro.satisfied(rule.satisfied_means, rule.satisfied_means_amount, callback.result = 'reached', coalesce(once.branch_mark, callback.satisfaction::integer))) as satisfied,
	if(once.month is not null and once.branch_mark is null, 0,
		macro.rated(rule.satisfied_means, rule.satisfied_means_amount, callback.result = 'reached', coalesce(once.branch_mark, callback.satisfaction::integer))) as rated,
	if(once.month is not null and once.person_mark is null, 0,
		macro.satisfied(rule.satisfied_means, rule.satisfied_means_amount, callback.result = 'reached', coalesce(once.person_mark, callback.satisfaction::integer))) as own_satisfied,
	if(once.month is not null and once.person_mark is null, 0,
		macro.rated(rule.satisfied_means, rule.satisfied_means_amount, callback.result = 'reached', coalesce(once.person_mark, callback.satisfaction::integer))) as own_rated
from facts.callback
join policy.rule using (month)
left join rows.rated as once
	on once.source_file = callback.source_file and once.source_record = callback.source_record
window
	of_branch as (
		partition by callback.month, callback.branch, coalesce('t' || callback.ticket, 'c' || callback.callback), callback.result
		order by callback.called_at, callback.callback
	),
	of_person as (
		partition by callback.month, callback.person, coalesce('t' || callback.ticket, 'c' || callback.callback), callback.result
		order by callback.called_at, callback.callback
	)
