-- one row a record of a spot_checks export that was understood (data/exports.json)
select
	null::varchar as "check",
	null::varchar as branch,
	null::varchar as person,
	null::timestamp as checked_at,
	null::varchar as subject,
	null::varchar as subject_text,
	null::varchar as ref,
	null::varchar as passed,
	null::varchar as passed_text,
	null::varchar as severe,
	null::varchar as severe_text,
	null::varchar as channel,
	null::varchar as note,
	null::integer as source_file,
	null::integer as source_record,
	null::integer as source_line
where false
