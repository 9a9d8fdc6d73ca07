-- one row a branch and week of the months shown: spot checks made, of at least one (L159)
select
	shown.slot, week.branch, strftime(week.week, '%Y-%m-%d') as week,
	sum(week.records)::bigint as checks
from staging.shown
join reports.week using (month)
where week.dataset = 'spot_checks' and week.week <= shown.today and macro.shows(shown.only_branch, week.branch)
group by all
