-- one row a month of the data: the policy in force, what it chose, and the mark from which one answer is satisfied (L145, L327)
select
	month.month, choice.*,
	if(choice.satisfied_means = 'mean_score', part.satisfied_from, choice.satisfied_means_amount) as satisfied_from
from facts.month
join policy.version on month.month >= version.in_force_from and month.month < version.in_force_until
join policy.choice using (policy)
join policy.part using (policy)
