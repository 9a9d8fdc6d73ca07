-- one row a record of a reports export that was understood (data/exports.json)
select
	null::varchar as report,
	null::varchar as branch,
	null::varchar as name,
	null::timestamp as due_at,
	null::timestamp as submitted_at,
	null::varchar as truthful,
	null::varchar as truthful_text,
	null::decimal(18, 6) as quality,
	null::integer as source_file,
	null::integer as source_record,
	null::integer as source_line
where false
