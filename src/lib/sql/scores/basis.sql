-- one row a month: a mark of all that its scores follow from beside the policies; while it stays the same, they do
with told as (
	select month, hash('unit', t) as mark from rows.unit as t
	union all select month, hash('unread', t) from facts.unread as t
	union all select month, hash('rule', t) from policy.rule as t
	union all select month, hash('part', t) from policy.month_part as t
	union all select month, hash('measure', t) from measures.every as t
	union all select month, hash('ledger', t) from scores.ledger as t
	union all select month, hash('rating', t) from scores.rating as t
	union all select month, hash('adjustment', t) from staging.adjustment as t
)
select month, concat_ws(' ', count(*), sum(mark), bit_xor(hash(mark, 'twice'))) as mark
from told
group by month
