-- one row a month and branch: bands of the callback rate below its standard, summed over the classes (L239, readings.md 7)
with class as (
	select month, branch, class, count(*) filter (outcome = 'done') as done, count(*) as due
	from rows.due
	group by all
)
select
	'callback_bands' as measure,
	'branch' as unit_kind,
	class.branch as unit,
	class.month,
	sum(macro.bands(done, due, part.band_standard, part.band_width, part.band_count))::bigint as numerator,
	count(*) as denominator,
	1::bigint as scale
from class
join policy.month_part as part using (month)
group by all
