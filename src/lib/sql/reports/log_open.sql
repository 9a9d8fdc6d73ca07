-- one row a log that was due by the day shown and not done by then, whenever it was due: keys still out, patrols not made (L29, L314)
select
	shown.slot, log.log, log.kind_name as kind, log.branch, log.person, log.unit,
	strftime(log.due_at, '%Y-%m-%d') as falls_due,
	shown.as_of - log.due_at::date as age,
	log.source_file, log.source_record, log.source_line
from reports.slot as shown
join rows.log on log.due_at::date <= shown.as_of and (log.done_at is null or log.done_at::date > shown.as_of)
where macro.shows(shown.only_branch, log.branch) and macro.shows(shown.only_kind, log.kind_name)
