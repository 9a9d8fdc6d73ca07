-- one row a month and unit: points of merit, criticism and audit, each positive, in thousandths, corrections of audits among them (L153-155)
with entry as (
	select month, branch, person, points, 0 as audit
	from rows.merit
	union all
	select month, branch, person, 0, (points * 1000)::bigint
	from facts.audit
),
posted as (
	select
		month, unit_kind, if(unit_kind = 'branch', branch, person) as unit, points, audit
	from entry, (values ('branch'), ('person')) as kind (unit_kind)
	union all
	-- a correction of an audit line: events in the numerator, points that come off in the denominator
	select month, unit_kind, unit, 0, denominator * 1000
	from staging.adjustment
	where measure = 'audit'
	union all
	-- a merit that is tried out: its points in the denominator, in thousandths
	select month, unit_kind, unit, denominator, 0
	from staging.adjustment
	where measure = 'merit'
)
select
	month, unit_kind, unit,
	sum(greatest(points, 0))::bigint as merits,
	sum(greatest(-points, 0))::bigint as criticism,
	greatest(sum(audit), 0)::bigint as audit
from posted
where unit is not null
group by all
