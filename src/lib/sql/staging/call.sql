-- one row a record of a calls export that was understood (data/exports.json)
select
	null::varchar as call,
	null::varchar as branch,
	null::varchar as person,
	null::timestamp as started_at,
	null::varchar as caller,
	null::varchar as subject,
	null::decimal(18, 6) as seconds,
	null::varchar as connected,
	null::varchar as connected_text,
	null::varchar as resolved_first,
	null::varchar as resolved_first_text,
	null::varchar as called_back,
	null::varchar as called_back_text,
	null::integer as source_file,
	null::integer as source_record,
	null::integer as source_line
where false
