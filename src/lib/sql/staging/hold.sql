-- one row a record of a holds export that was understood (data/exports.json)
select
	null::varchar as ticket,
	null::varchar as branch,
	null::timestamp as "from",
	null::timestamp as "to",
	null::varchar as reason,
	null::varchar as reason_text,
	null::varchar as note,
	null::integer as source_file,
	null::integer as source_record,
	null::integer as source_line
where false
