-- one row a customer to be called back; the first of its class says how many bands the class lies below the standard (L239, readings.md 7)
select
	due.*, 'customers' as dataset,
	band.due as class_due, band.done as class_done,
	coalesce(band.bands, 0) as numerator,
	if(band.bands is null, 0, 1) as denominator
from rows.due
left join rows.band using (source_file, source_record)
