-- one row a receipt, with the branch that whoever brought it in belonged to on its day, else in its month (L291)
with belonged as (
	select person, coalesce("from", date '0001-01-01') as since, branch from facts.person
)
select receipt.*, coalesce(belonged.branch, owner.branch) as branch
from facts.receipt
asof left join belonged on belonged.person = receipt.person and belonged.since <= receipt.date::date
left join rows.unit as owner
	on owner.month = receipt.month
	and owner.unit_kind = 'person'
	and owner.unit = receipt.person
