-- one row a month, unit and line of its scorecard, and the unit whose rows the line is read from; complete, whatever data there is
select
	card.month, card.unit_kind, card.unit, card.branch, card.missing_line,
	line.policy, line.scorecard, line.line, line.measure, line.counts, line.measure_kind,
	card.unit_kind = 'person' and not line.personal and not line.reads_branch as without_rows,
	card.unit_kind = 'person' and (line.reads_branch or (without_rows and card.person_lines = 'branch_points')) as by_branch,
	if(by_branch, 'branch', card.unit_kind) as read_kind,
	if(by_branch, card.branch, card.unit) as read_unit,
	without_rows and card.person_lines = 'reweight' as not_applicable
from scores.card
join policy.line on line.policy = card.policy and line.scorecard = card.scorecard
