-- one row a month and branch: bands of the callback rate below its standard, summed over the classes (L239, readings.md 7)
select
	'callback_bands' as measure,
	'branch' as unit_kind,
	branch as unit,
	month,
	sum(bands)::bigint as numerator,
	count(*) as denominator,
	1::bigint as scale
from rows.band
group by all
