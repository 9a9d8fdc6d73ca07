-- one row a month and unit: points of merit, criticism and audit, each positive, in thousandths (L153-155)
with entry as (
	select
		merit.month, merit.branch, merit.person,
		if(rated.needs_evidence and merit.evidence is null, 0, rated.points) as points,
		0 as audit
	from facts.merit
	join policy.rule using (month)
	join policy.merit as rated on rated.policy = rule.policy and rated.type = merit.type
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
