-- one row a record of a callbacks export that was understood (exports.md)
select
	null::varchar as callback,
	null::varchar as branch,
	null::varchar as person,
	null::varchar as customer,
	null::varchar as ticket,
	null::varchar as class,
	null::varchar as class_text,
	null::date as trigger_on,
	null::timestamp as called_at,
	null::varchar as channel,
	null::varchar as result,
	null::varchar as result_text,
	null::varchar as satisfaction,
	null::varchar as satisfaction_text,
	null::varchar as note,
	null::integer as source_file,
	null::integer as source_record,
	null::integer as source_line
where false
