-- one row a month, branch and home that is billed: settled in full or not, whether it is expected to pay, and what it adds to the collection rate by the policy's denominator (L189)
with home as (
	select
		month, branch, unit, fee_rate,
		count(*) as bills,
		bool_and(settled) as settled,
		bool_or(exempt) as exempt,
		sum(owed) as owed,
		sum(paid) as paid,
		min((source_file, source_record, source_line)) as source
	from rows.fee
	group by all
)
select
	* exclude (source),
	case fee_rate
		when 'amount' then paid
		when 'all_homes' then settled::integer
		else (settled and not exempt)::integer
	end as numerator,
	case fee_rate
		when 'amount' then owed
		when 'all_homes' then 1
		else (not exempt)::integer
	end as denominator,
	source[1] as source_file,
	source[2] as source_record,
	source[3] as source_line
from home
