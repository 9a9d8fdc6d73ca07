-- one row a month, unit and line of its scorecard, and the unit whose rows the line is read from; complete, whatever data there is
select
	unit.month, unit.unit_kind, unit.unit, unit.branch,
	line.* exclude (policy),
	rule.policy,
	unit.unit_kind = 'person' and not line.personal as without_rows,
	if(without_rows and rule.person_lines = 'branch_points', 'branch', unit.unit_kind) as read_kind,
	if(without_rows and rule.person_lines = 'branch_points', unit.branch, unit.unit) as read_unit,
	without_rows and rule.person_lines = 'reweight' as not_applicable,
	rule.missing_line
from facts.unit
join policy.rule using (month)
join policy.line on line.policy = rule.policy
