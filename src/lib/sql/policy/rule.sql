-- one row a month of the data: the policy in force, what it chose, its cut-off, and the mark from which one answer is satisfied (L145, L327)
select
	month.month, choice.*,
	macro.cut_off(month.month, complaint_cutoff, complaint_cutoff_amount) as cut_off,
	if(choice.satisfied_means = 'mean_score', part.satisfied_from, choice.satisfied_means_amount) as satisfied_from
from facts.month
join policy.version on month.month >= version.in_force_from and month.month < version.in_force_until
join policy.choice using (policy)
join policy.part using (policy)
