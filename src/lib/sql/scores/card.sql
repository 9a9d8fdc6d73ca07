-- one row a month and unit with the scorecard it is appraised by: the one that names its post in that month, else the one for all; first among those that name its branch (L134, L142)
select
	unit.month, unit.unit_kind, unit.unit, unit.branch,
	rule.policy, rule.missing_line, rule.person_lines,
	coalesce(placed_named.scorecard, placed.scorecard, named.scorecard, general.scorecard) as scorecard
from rows.unit
join policy.rule using (month)
left join policy.applies as named
	on named.policy = rule.policy and named.unit_kind = unit.unit_kind and named.post = unit.post and named.branch is null
left join policy.applies as general
	on general.policy = rule.policy and general.unit_kind = unit.unit_kind and general.post is null and general.branch is null
left join policy.applies as placed_named
	on placed_named.policy = rule.policy and placed_named.unit_kind = unit.unit_kind and placed_named.post = unit.post and placed_named.branch = unit.branch
left join policy.applies as placed
	on placed.policy = rule.policy and placed.unit_kind = unit.unit_kind and placed.post is null and placed.branch = unit.branch
semi join scores.scoped on scoped.month = unit.month and scoped.unit_kind = unit.unit_kind
where coalesce(placed_named.scorecard, placed.scorecard, named.scorecard, general.scorecard) is not null
