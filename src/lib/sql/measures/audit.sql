-- one row a month and branch: audits and notices, as events (L153)
select
	'audit' as measure,
	'branch' as unit_kind,
	branch as unit,
	month,
	count(*) as numerator,
	count(*) as denominator,
	1::bigint as scale
from facts.audit
group by all
