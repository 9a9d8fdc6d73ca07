-- one row a slot and ticket of a home or asset that was reported again in the months shown (L179, L181)
select ticket.*, again.slot, again.unit as place
from reports.ticket_repeat as again
join reports.slot as shown using (slot)
join rows.ticket
	on ticket.branch = again.branch
	and coalesce(ticket.asset, ticket.unit) = again.unit
	and ticket.category is not distinct from again.category
	and ticket.received_at::date between again.first_on::date and again.last_on::date
where macro.shows(shown.only_branch, ticket.branch) and macro.shows(shown.only_stage, ticket.stage)
