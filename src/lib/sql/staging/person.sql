-- one row a record of a people export that was understood (data/exports.json)
select
	null::varchar as person,
	null::varchar as name,
	null::varchar as branch,
	null::varchar as post,
	null::date as "from",
	null::date as "to",
	null::integer as source_file,
	null::integer as source_record,
	null::integer as source_line
where false
