-- one row a month, unit and reason for which the policy doesn't rank it: those that it bars, and those of whom too few answered; with what the rule asks for (own rule)
select line.month, line.unit_kind, line.unit, 'few' as reason, max(part.not_rankable_below) as needed
from scores.line
join policy.month_part as part using (month)
join policy.rule using (month)
join policy.line as policy_line
	on policy_line.policy = line.policy and policy_line.scorecard = line.scorecard and policy_line.line = line.line
where part.not_rankable_below > 0
	and line.grows
	and line.status = 'ok'
	and line.denominator < part.not_rankable_below * line.scale * line.per
		* macro.case_size(policy_line.measure, rule.satisfied_means, rule.satisfied_means_amount)
group by all
union all
from rankings.barred
