-- one row a slot and branch: reports due in the months shown, handed in on time, late, missing and still to come, untrue ones, and their mean mark (L147, L149)
select
	shown.slot, report.branch,
	count(*) as reports,
	count(*) filter (report.submitted_at <= report.due_at) as on_time,
	count(*) filter (report.submitted_at > report.due_at) as late,
	count(*) filter (report.submitted_at is not null or report.due_at < shown.today) as due,
	count(*) filter (report.submitted_at is null and report.due_at < shown.today) as missing,
	count(*) filter (report.submitted_at is null and report.due_at >= shown.today) as pending,
	count(*) filter (report.truthful = 'no') as untrue,
	(avg(report.quality) * 1000)::bigint as quality
from staging.shown
join facts.report using (month)
where macro.shows(shown.only_branch, report.branch)
group by all
