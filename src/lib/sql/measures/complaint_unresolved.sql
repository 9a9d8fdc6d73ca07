-- one row a month and unit: complaints unresolved at the cut-off over complaints that count (L153)
with span as (
	select
		rule.*,
		(month || '-01')::date::timestamp as first_moment,
		(month || '-01')::date::timestamp + interval 1 month as next_month
	from policy.rule
),
judged as (
	select
		span.month, complaint.branch, complaint.person,
		case
			when span.complaint_resolved = 'by_status' then complaint.status is not distinct from 'closed'
			when span.complaint_cutoff = 'within_hours'
				then complaint.resolved_at <= complaint.received_at + to_hours(span.complaint_cutoff_amount)
			else complaint.resolved_at < span.next_month + to_days(span.complaint_cutoff_amount)
		end as resolved
	from span
	join facts.complaint on case span.complaint_denominator
		when 'due' then coalesce(complaint.due_at, complaint.received_at) >= span.first_moment
			and coalesce(complaint.due_at, complaint.received_at) < span.next_month
		when 'received_and_carried' then complaint.received_at < span.next_month
			and (complaint.received_at >= span.first_moment
				or complaint.resolved_at is null
				or complaint.resolved_at >= span.first_moment)
		else complaint.received_at >= span.first_moment and complaint.received_at < span.next_month
	end
)
select
	'complaint_unresolved' as measure,
	unit_kind,
	if(unit_kind = 'branch', branch, person) as unit,
	month,
	count(*) filter (resolved is not true) as numerator,
	count(*) as denominator,
	1::bigint as scale
from judged, (values ('branch'), ('person')) as kind (unit_kind)
where if(unit_kind = 'branch', branch, person) is not null
group by all
