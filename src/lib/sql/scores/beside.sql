-- one row a month and unit: what its total has beside its lines: each role's mean as a fraction of thousandths, points of merit, criticism and audit, and the data set of merits where it wasn't read (L153-162)
with unread as (
	select distinct unit.month, unit.unit_kind, unit.unit, unread.dataset
	from rows.unit
	join facts.unread
		on unread.month = unit.month
		and unread.dataset = 'merits'
		and (unread.branch is null or unread.branch = unit.branch)
)
select
	unit.month, unit.unit_kind, unit.unit,
	self.numerator as self_numerator, self.denominator as self_denominator,
	leader.numerator as sheet_numerator, leader.denominator as sheet_denominator,
	peers.numerator as group_numerator, peers.denominator as group_denominator,
	coalesce(ledger.merits, 0) as merits,
	coalesce(ledger.criticism, 0) as criticism,
	coalesce(ledger.audit, 0) as audit,
	unread.dataset as unread_merits
from rows.unit
left join scores.rating as self
	on self.role = 'self' and self.month = unit.month and self.unit_kind = unit.unit_kind and self.unit = unit.unit
left join scores.rating as leader
	on leader.role = 'leader' and leader.month = unit.month and leader.unit_kind = unit.unit_kind and leader.unit = unit.unit
left join scores.rating as peers
	on peers.role = 'group' and peers.month = unit.month and peers.unit_kind = unit.unit_kind and peers.unit = unit.unit
left join scores.ledger
	on ledger.month = unit.month and ledger.unit_kind = unit.unit_kind and ledger.unit = unit.unit
left join unread on unread.month = unit.month and unread.unit_kind = unit.unit_kind and unread.unit = unit.unit
