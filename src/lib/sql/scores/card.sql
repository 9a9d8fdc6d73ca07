-- one row a month and unit with the scorecard it is appraised by: the one that names its post in that month, else the one for all (L134, L142)
select
	unit.month, unit.unit_kind, unit.unit, unit.branch,
	rule.policy, rule.missing_line, rule.person_lines,
	coalesce(named.scorecard, general.scorecard) as scorecard
from facts.unit
join policy.rule using (month)
left join policy.applies as named
	on named.policy = rule.policy and named.unit_kind = unit.unit_kind and named.post = unit.post
left join policy.applies as general
	on general.policy = rule.policy and general.unit_kind = unit.unit_kind and general.post is null
semi join scores.scoped on scoped.month = unit.month and scoped.unit_kind = unit.unit_kind
where coalesce(named.scorecard, general.scorecard) is not null
