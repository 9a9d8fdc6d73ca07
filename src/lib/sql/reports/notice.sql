-- one row a month, branch and oddity that HR should know of before the month is paid: how many records
select month, branch, 'closed_without_time' as notice, count(*) as records
from facts.complaint
where status = 'closed' and resolved_at is null
group by all
union all
select month, branch, 'excluded_ticket', count(*)
from facts.ticket
where status = 'excluded'
group by all
union all
select month, branch, 'praise_without_evidence', count(*)
from rows.merit
join policy.rule using (month)
join policy.merit as rated on rated.policy = rule.policy and rated.type = merit.type
where rated.needs_evidence and merit.evidence is null
group by all
union all
select month, branch, 'leader_sheet_unused', count(*)
from facts.rating
join policy.rule using (month)
where role = 'leader' and rule.blend <> 'leader_sheet'
group by all
union all
select month, branch, 'severe_case', count(*)
from facts.spot_check
where severe = 'yes'
group by all
union all
select month, branch, 'hold_of_no_ticket', count(*)
from facts.hold
where not known
group by all
union all
select month, branch, 'hold_without_start', count(*)
from facts.ticket
where (held_from is null and held_to is not null) or (held_again_from is null and held_again_to is not null)
group by all
union all
select month.month, gone.branch, 'merged_into_nobody', 1
from facts.month
join facts.branch as gone on gone.merged_into not in (gone.branch, coalesce(gone.name, ''))
anti join facts.heir on heir.branch = gone.branch
