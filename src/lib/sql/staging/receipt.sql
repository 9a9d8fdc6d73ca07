-- one row a record of a receipts export that was understood (data/exports.json)
select
	null::varchar as receipt,
	null::timestamp as date,
	null::varchar as "group",
	null::varchar as person,
	null::varchar as contract,
	null::decimal(18, 6) as amount,
	null::integer as source_file,
	null::integer as source_record,
	null::integer as source_line
where false
