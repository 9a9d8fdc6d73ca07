-- one row a connected call, and whether it settled the matter: no call-back, and no further call by the caller on the subject within the window (L134)
select
	call.*,
	call.resolved_first is distinct from 'no'
		and call.called_back is distinct from 'yes'
		and (rule.first_call = 'flags' or call.caller is null or coalesce(
			lead(call.started_at) over same_matter > call.started_at + to_days(rule.first_call_amount), true
		)) as settled
from facts.call
join policy.rule using (month)
-- a matter goes on in the branch that the caller's went into
left join facts.heir as lasting on lasting.branch = call.branch and lasting.until_day = date '2299-12-01'
where call.connected is distinct from 'no'
window same_matter as (
	partition by coalesce(lasting.heir, call.branch), call.caller, coalesce(call.subject, '')
	order by call.started_at, call.call
)
