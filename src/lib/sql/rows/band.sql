-- one row a month, branch and class of customers to be called back: how many were due and called in time, and the bands that lie below the standard (L239, readings.md 7)
with class as (
	select
		month, branch, class,
		count(*) filter (outcome = 'done') as done,
		count(*) as due,
		min((source_file, source_record, source_line)) as source
	from rows.due
	group by month, branch, class
)
select
	class.* exclude (source),
	macro.bands(done, due, part.band_standard, part.band_width, part.band_count)::bigint as bands,
	source[1] as source_file,
	source[2] as source_record,
	source[3] as source_line
from class
join policy.month_part as part using (month)
where due > 0
