-- one row a month and branch: untrue reports, found by a check or marked in the reports themselves, each once, over the checks (L153)
select
	'report_truth' as measure,
	'branch' as unit_kind,
	branch as unit,
	month,
	sum(untrue)::bigint as numerator,
	sum(checks)::bigint as denominator,
	1::bigint as scale
from rows.untrue_report
group by all
