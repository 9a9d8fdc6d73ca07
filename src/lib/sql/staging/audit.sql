-- one row a record of a audits export that was understood (data/exports.json)
select
	null::varchar as audit,
	null::timestamp as date,
	null::varchar as branch,
	null::varchar as person,
	null::decimal(18, 6) as points,
	null::varchar as reason,
	null::integer as source_file,
	null::integer as source_record,
	null::integer as source_line
where false
