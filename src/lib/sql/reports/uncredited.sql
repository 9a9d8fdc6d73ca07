-- one row a slot, source and branch (empty: unknown) of customers' answers that nobody can be credited with, and why: how many, how satisfied, and the branch's satisfaction (of all branches where it is unknown) as it counts and as it would with them; only where they are callbacks that no branch is credited with (L153)
with told as (
	select
		answer.slot, answer.dataset, answer.source, coalesce(answer.branch, '') as branch, answer.lacks,
		count(*) as answers,
		sum(macro.satisfied(rule.satisfied_means, rule.satisfied_means_amount, true, mark))::bigint as satisfied,
		sum(macro.rated(rule.satisfied_means, rule.satisfied_means_amount, true, mark))::bigint as rated
	from reports.uncredited_row as answer
	join policy.rule using (month)
	group by all
),
counted as (
	select shown.slot, every.unit as branch, sum(every.numerator) as numerator, sum(every.denominator) as denominator
	from staging.shown
	join measures.every using (month)
	where every.measure = 'satisfaction' and every.unit_kind = 'branch' and macro.shows(shown.only_branch, every.unit)
	group by all
),
stands as (
	from counted
	union all
	select slot, '', sum(numerator), sum(denominator) from counted group by slot
)
select
	told.*,
	if(asked, stands.numerator, null)::bigint as counted_satisfied,
	if(asked, stands.denominator, null)::bigint as counted_rated,
	if(asked, stands.numerator + told.satisfied, null)::bigint as with_satisfied,
	if(asked, stands.denominator + told.rated, null)::bigint as with_rated
from (select *, dataset = 'callbacks' and lacks in ('no_branch', 'no_person') as asked from told) as told
left join stands using (slot, branch)
