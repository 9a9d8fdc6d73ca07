-- one row a record of a meters export that was understood: what the meters say should have been collected
select
	null::varchar as month,
	null::varchar as branch,
	null::varchar as item,
	null::decimal(18, 6) as metered_amount,
	null::integer as source_file,
	null::integer as source_record,
	null::integer as source_line
where false
