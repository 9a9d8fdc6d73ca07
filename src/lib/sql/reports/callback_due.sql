-- one row a slot, branch and class: customers due in the months shown, called in time, late and missed, and the bands below the standard (L222-224, L239, readings.md 7)
with counted as (
	select
		shown.slot, due.month, due.branch, due.class,
		count(*) filter (outcome in ('done', 'late') or outcome = 'missed' and late_on < shown.today) as due,
		count(*) filter (outcome = 'done') as done,
		count(*) filter (outcome = 'late') as late,
		count(*) filter (outcome = 'missed' and late_on < shown.today) as missed,
		count(*) filter (outcome = 'open' or outcome = 'missed' and late_on >= shown.today) as pending
	from staging.shown
	join rows.due using (month)
	where macro.shows(shown.only_branch, due.branch)
	group by all
),
summed as (
	select
		slot, branch, class, max(month) as month,
		sum(due)::bigint as due, sum(done)::bigint as done, sum(late)::bigint as late,
		sum(missed)::bigint as missed, sum(pending)::bigint as pending
	from counted
	group by all
)
select
	summed.* exclude (month),
	macro.bands(done, due, part.band_standard, part.band_width, part.band_count) as bands
from summed
join policy.month_part as part using (month)
