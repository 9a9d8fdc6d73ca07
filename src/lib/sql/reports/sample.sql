-- one row a callback or ticket that the seed draws for the spot-check desk (L159)
select
	dataset, ref, branch, person, strftime(week, '%Y-%m-%d') as week, strftime(moment, '%Y-%m-%d %H:%M:%S') as drawn_at, subject, detail, stratum,
	source_file, source_record, source_line
from reports.candidate
where drawn
