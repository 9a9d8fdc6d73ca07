-- one row a callback, and what it adds to the completed ones and to the satisfaction of its month (L153, L160)
select
	callback.*,
	(case rule.callback_counts
		when 'every_attempt' then true
		when 'once_per_ticket' then callback.result = 'reached' and row_number() over (
			partition by callback.month, callback.branch, coalesce('t' || callback.ticket, 'c' || callback.callback), callback.result
			order by callback.called_at, callback.callback
		) = 1
		else callback.result = 'reached'
	end)::integer as counted,
	case rule.satisfied_means
		when 'mean_score' then coalesce(callback.satisfaction::integer, 0)
		when 'over_reached' then (callback.result = 'reached' and coalesce(callback.satisfaction::integer >= rule.satisfied_means_amount, false))::integer
		else coalesce(callback.satisfaction::integer >= rule.satisfied_means_amount, false)::integer
	end as satisfied,
	case rule.satisfied_means
		when 'mean_score' then if(callback.satisfaction is null, 0, rule.satisfied_means_amount)
		when 'over_reached' then (callback.result = 'reached')::integer
		else (callback.satisfaction is not null)::integer
	end as rated
from facts.callback
join policy.rule using (month)
