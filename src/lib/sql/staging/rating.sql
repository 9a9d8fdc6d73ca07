-- one row a record of a ratings export that was understood (data/exports.json)
select
	null::varchar as month,
	null::varchar as branch,
	null::varchar as person,
	null::varchar as role,
	null::varchar as role_text,
	null::varchar as rater,
	null::decimal(18, 12) as score,
	null::integer as source_file,
	null::integer as source_record,
	null::integer as source_line
where false
