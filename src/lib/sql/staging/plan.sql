-- one row a record of a plans export that was understood (data/exports.json)
select
	null::varchar as month,
	null::varchar as branch,
	null::varchar as item,
	null::varchar as kind,
	null::varchar as kind_text,
	null::decimal(18, 6) as planned,
	null::decimal(18, 6) as actual,
	null::varchar as measure_unit,
	null::decimal(18, 6) as rate,
	null::date as due_on,
	null::date as done_on,
	null::varchar as owner,
	null::integer as source_file,
	null::integer as source_record,
	null::integer as source_line
where false
