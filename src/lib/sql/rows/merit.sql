-- one row an entry of praise or criticism with the points it earns; what needs evidence and has none earns 0 (L154-155)
select
	entry.*,
	if(rated.needs_evidence and entry.evidence is null, 0, rated.points) as points
from facts.merit as entry
join policy.rule using (month)
join policy.merit as rated on rated.policy = rule.policy and rated.type = entry.type
