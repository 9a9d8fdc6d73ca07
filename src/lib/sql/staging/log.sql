-- one row a record of a logs export that was understood (data/exports.json)
select
	null::varchar as log,
	null::varchar as kind,
	null::varchar as kind_text,
	null::varchar as branch,
	null::varchar as person,
	null::timestamp as due_at,
	null::timestamp as done_at,
	null::varchar as complete,
	null::varchar as complete_text,
	null::decimal(18, 6) as quantity,
	null::varchar as note,
	null::varchar as unit,
	null::timestamp as started_at,
	null::integer as source_file,
	null::integer as source_record,
	null::integer as source_line
where false
