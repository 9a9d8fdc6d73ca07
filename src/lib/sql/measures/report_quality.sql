-- one row a month and branch: mean mark of its reports, in thousandths (L147)
select
	'report_quality' as measure,
	'branch' as unit_kind,
	branch as unit,
	month,
	sum(quality * 1000)::bigint as numerator,
	count(*) * 1000 as denominator,
	1::bigint as scale,
	1000::bigint as per
from facts.report
where quality is not null
group by all
