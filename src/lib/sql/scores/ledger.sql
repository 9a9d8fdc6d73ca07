-- one row a month and unit: points of merit, criticism and audit, each positive, in thousandths (L153-155)
with entry as (
	select month, branch, person, points, 0 as audit
	from rows.merit
	union all
	select month, branch, person, 0, (points * 1000)::bigint
	from facts.audit
)
select
	month, unit_kind, if(unit_kind = 'branch', branch, person) as unit,
	sum(greatest(points, 0))::bigint as merits,
	sum(greatest(-points, 0))::bigint as criticism,
	sum(audit)::bigint as audit
from entry, (values ('branch'), ('person')) as kind (unit_kind)
where if(unit_kind = 'branch', branch, person) is not null
group by all
