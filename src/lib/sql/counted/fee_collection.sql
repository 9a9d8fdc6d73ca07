-- one row a bill, in thousandths: what was paid of what is owed; or, where homes are counted, its home once, at its first bill: settled in full or not, of all homes or of those expected to pay (L189)
select
	*, 'fees' as dataset, null::varchar as person,
	1000 * case
		when fee_rate = 'amount' then paid
		when turn > 1 then 0
		when fee_rate = 'all_homes' then home_settled::integer
		else (home_settled and not home_exempt)::integer
	end as numerator,
	1000 * case
		when fee_rate = 'amount' then owed
		when turn > 1 then 0
		when fee_rate = 'all_homes' then 1
		else (not home_exempt)::integer
	end as denominator
from (
	select
		*,
		bool_and(settled) over home as home_settled,
		bool_or(exempt) over home as home_exempt,
		row_number() over (home order by source_file, source_record) as turn
	from rows.fee
	window home as (partition by month, branch, unit)
)
