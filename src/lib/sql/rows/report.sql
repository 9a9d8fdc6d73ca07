-- one row a report due, the last moment at which it is in time by the clock of its policy, and whether it was handed in by then, beside what the plain clock says (L147, own rule)
select
	report.*,
	coalesce(deadline.due_at, report.due_at) as last_at,
	coalesce(report.submitted_at <= last_at, false) as on_time,
	coalesce(report.submitted_at <= report.due_at, false) as on_time_plain
from facts.report
left join rows.deadline
	on deadline.clock = 'reports' and deadline.source_file = report.source_file and deadline.source_record = report.source_record
