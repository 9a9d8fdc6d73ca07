-- one row a rating, as it counts by the policy's reading of strict and lenient raters (L162)
select
	* exclude (points, counts), 'ratings' as dataset,
	if(counts, (points::decimal(38, 0) / 1000000000000)::decimal(18, 6), 0) as numerator,
	counts::integer as denominator
from rows.rating
