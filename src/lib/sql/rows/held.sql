-- one row a hold of a ticket that is known, in the month of its ticket, with who had it and how long it lasted (own rule)
select
	hold.* exclude (month), ticket.month, ticket.person, ticket.category,
	stop.reason is not null as stops,
	macro.seconds(hold."from", coalesce(hold."to", ticket.resolved_at)) as held_seconds
from facts.hold
join facts.ticket using (ticket)
left join policy.rule on rule.month = ticket.month
left join policy.stop on stop.policy = rule.policy and stop.reason = coalesce(hold.reason, 'unnamed')
