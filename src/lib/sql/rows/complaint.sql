-- one row a month and complaint that its unresolved rate counts, and whether it was resolved by the cut-off (L153)
with span as (
	select
		rule.*,
		(month || '-01')::date::timestamp as first_moment,
		(month || '-01')::date::timestamp + interval 1 month as next_month,
		-- what the month before counted as unresolved is carried over
		macro.cut_off(strftime((month || '-01')::date - interval 1 month, '%Y-%m'), complaint_cutoff, complaint_cutoff_amount) as carried_from
	from policy.rule
)
select
	complaint.* exclude (month),
	span.month,
	case
		when span.complaint_resolved = 'by_status' then complaint.status is not distinct from 'closed'
		when span.complaint_cutoff = 'within_hours'
			then coalesce(
				coalesce(waited.used, date_diff('second', complaint.received_at, complaint.resolved_at)) <= span.complaint_cutoff_amount::bigint * 3600, false
			)
		else coalesce(complaint.resolved_at < span.cut_off, false)
	end as resolved
from span
join facts.complaint on case span.complaint_denominator
	when 'due' then coalesce(complaint.due_at, complaint.received_at) >= span.first_moment
		and coalesce(complaint.due_at, complaint.received_at) < span.next_month
	when 'received_and_carried' then complaint.received_at < span.next_month
		and (complaint.received_at >= span.first_moment
			or complaint.resolved_at >= span.carried_from
			or (complaint.resolved_at is null
				and not (span.complaint_resolved = 'by_status' and complaint.status is not distinct from 'closed')))
	else complaint.received_at >= span.first_moment and complaint.received_at < span.next_month
end
left join rows.waited
	on waited.clock = 'complaints'
	and waited.source_file = complaint.source_file
	and waited.source_record = complaint.source_record
