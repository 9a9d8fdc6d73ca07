-- one row a month, one that isn't earlier, and a branch of the first that had got another name by the second, which nobody had in the first (own rule)
select unit.month, later.month as last_month, unit.unit, heir.heir
from facts.heir
join rows.unit on unit.unit_kind = 'branch' and unit.unit = heir.branch
join facts.month as later
	on later.month >= unit.month and later.month >= heir.from_month and later.month < heir.until_month
anti join rows.unit as there on there.month = unit.month and there.unit_kind = 'branch' and there.unit = heir.heir
qualify count(*) over (partition by unit.month, later.month, heir.heir) = 1
