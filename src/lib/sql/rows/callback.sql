-- one row a callback, and what it adds to the completed ones, of its branch and of its person, and to the satisfaction of its month (L153, L160)
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
	macro.satisfied(rule.satisfied_means, rule.satisfied_means_amount, callback.result = 'reached', callback.satisfaction::integer) as satisfied,
	macro.rated(rule.satisfied_means, rule.satisfied_means_amount, callback.result = 'reached', callback.satisfaction::integer) as rated
from facts.callback
join policy.rule using (month)
window
	of_branch as (
		partition by callback.month, callback.branch, coalesce('t' || callback.ticket, 'c' || callback.callback), callback.result
		order by callback.called_at, callback.callback
	),
	of_person as (
		partition by callback.month, callback.person, coalesce('t' || callback.ticket, 'c' || callback.callback), callback.result
		order by callback.called_at, callback.callback
	)
