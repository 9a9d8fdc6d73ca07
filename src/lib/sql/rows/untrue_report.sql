-- one row a check of a report's truth, or a report marked untrue that no failed check names (L153)
select branch, month, 'spot_checks' as dataset, "check" as id, ref, (passed = 'no')::integer as untrue, 1 as checks, checked_at as at, note,
	source_file, source_record, source_line
from facts.spot_check
where subject = 'report_truth'
union all
select report.branch, report.month, 'reports', report.report, null, 1, 0, report.due_at, report.name,
	report.source_file, report.source_record, report.source_line
from facts.report
anti join facts.spot_check
	on spot_check.subject = 'report_truth' and spot_check.passed = 'no' and spot_check.ref = report.report
where truthful = 'no'
