-- one row a month and branch: untrue reports, found by a check or marked in the reports themselves, each once, over the checks (L153)
with found as (
	select branch, month, (passed = 'no')::integer as untrue, 1 as checks
	from facts.spot_check
	where subject = 'report_truth'
	union all
	select branch, month, 1, 0
	from facts.report
	anti join facts.spot_check
		on spot_check.subject = 'report_truth' and spot_check.passed = 'no' and spot_check.ref = report.report
	where truthful = 'no'
)
select
	'report_truth' as measure,
	'branch' as unit_kind,
	branch as unit,
	month,
	sum(untrue)::bigint as numerator,
	sum(checks)::bigint as denominator,
	1::bigint as scale
from found
group by all
