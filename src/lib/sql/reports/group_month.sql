-- one row a slot, month and group: receipts, rank, and what the policy pays the first and takes from whoever is last again and again, in thousandths of a yuan (L291-292)
select
	shown.slot, standing.month, standing."group", standing.amount, standing.receipts, standing.rank, standing.tied, standing.groups, standing.last, standing.streak,
	if(standing.rank = 1 and standing.groups > 1 and standing.amount > 0, part.group_first, null) as reward,
	if(standing.streak >= part.group_last_from, standing.streak - part.group_last_from + 1, 0) as step,
	(
		select arg_max(penalty.amount, penalty.step)
		from policy.group_penalty as penalty
		where penalty.policy = part.policy and penalty.step <= standing.streak - part.group_last_from + 1
	) as penalty
from staging.shown
join rows.group_month as standing using (month)
join policy.month_part as part using (month)
