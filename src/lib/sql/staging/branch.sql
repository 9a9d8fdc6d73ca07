-- one row a record of a branches export that was understood (data/exports.json)
select
	null::varchar as branch,
	null::varchar as name,
	null::varchar as region,
	null::date as opened_on,
	null::date as closed_on,
	null::varchar as merged_into,
	null::integer as source_file,
	null::integer as source_record,
	null::integer as source_line
where false
