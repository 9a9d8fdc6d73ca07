-- one row a slot, branch and class: customers due in the months shown, called in time, late, missed and still to be called, and the bands below the standard, month by month (L222-224, L239)
with sums as (
	select
		shown.slot, due.month, due.branch, due.class,
		count(*) filter (outcome <> 'missed' or late_on < shown.today) as due,
		count(*) filter (outcome = 'done') as done,
		count(*) filter (outcome = 'late') as late,
		count(*) filter (outcome = 'missed' and late_on < shown.today) as missed,
		count(*) filter (outcome = 'missed' and late_on >= shown.today) as pending
	from staging.shown
	join rows.due using (month)
	where macro.shows(shown.only_branch, due.branch)
	group by all
)
select
	slot, branch, class,
	sum(due)::bigint as due, sum(done)::bigint as done, sum(late)::bigint as late,
	sum(missed)::bigint as missed, sum(pending)::bigint as pending,
	sum(macro.bands(done, due, part.band_standard, part.band_width, part.band_count))::bigint as bands
from sums
join policy.month_part as part using (month)
group by all
