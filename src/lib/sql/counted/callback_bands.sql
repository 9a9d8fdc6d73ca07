-- one row a customer to be called back; the first of its class says how many bands the class lies below the standard (L239)
select
	due.*, 'customers' as dataset,
	if(turn = 1, macro.bands(class_done, class_due, part.band_standard, part.band_width, part.band_count), 0)::bigint as numerator,
	(turn = 1)::integer as denominator
from (
	select
		*,
		count(*) filter (outcome = 'done') over class as class_done,
		count(*) over class as class_due,
		row_number() over (class order by source_file, source_record) as turn
	from rows.due
	window class as (partition by month, branch, class)
) as due
join policy.month_part as part using (month)
