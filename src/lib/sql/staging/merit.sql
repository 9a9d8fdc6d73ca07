-- one row a record of a merits export that was understood (data/exports.json)
select
	null::varchar as merit,
	null::timestamp as date,
	null::varchar as branch,
	null::varchar as person,
	null::varchar as type,
	null::varchar as type_text,
	null::varchar as evidence,
	null::varchar as note,
	null::integer as source_file,
	null::integer as source_record,
	null::integer as source_line
where false
