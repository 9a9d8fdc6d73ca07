-- one row a month and branch: reports handed in by their due time, of those due (L147)
select
	'report_on_time' as measure,
	'branch' as unit_kind,
	branch as unit,
	month,
	count(*) filter (submitted_at <= due_at) as numerator,
	count(*) as denominator,
	1::bigint as scale
from facts.report
group by all
