-- one row a month, measure and branch (null: all) that nothing was read for: its lines have no data, whatever else the policy says of missing rows; holds matter where they stop a clock that scores go by
select distinct unread.month, rests_on.measure, unread.branch
from facts.unread
join measures.rests_on using (dataset)
join policy.rule using (month)
where unread.dataset <> 'holds'
	or (
		rule.policy in (select policy from policy.stop)
		and (rests_on.measure not in ('complaint_resolved', 'complaint_unresolved') or rule.complaint_cutoff = 'within_hours')
	)
