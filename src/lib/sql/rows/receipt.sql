-- one row a receipt, with the branch of whoever brought it in (L291)
select receipt.*, owner.branch
from facts.receipt
left join facts.unit as owner
	on owner.month = receipt.month
	and owner.unit_kind = 'person'
	and owner.unit = receipt.person
