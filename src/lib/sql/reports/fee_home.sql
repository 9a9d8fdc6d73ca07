-- one row a slot and home that owed bills on the day shown: how many, since when, thousandths of a yuan, and the reasons given (L86, L190)
select
	slot, branch, unit,
	count(*) as bills,
	(sum(outstanding) * 1000)::bigint as outstanding,
	strftime(min(falls_due), '%Y-%m-%d') as due_on,
	string_agg(distinct reason_text, '、' order by reason_text) as reason,
	bool_or(exempt) as exempt
from reports.fee_open
group by all
