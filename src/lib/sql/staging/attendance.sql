-- one row a record of a attendance export that was understood (data/exports.json)
select
	null::varchar as month,
	null::varchar as branch,
	null::varchar as person,
	null::decimal(18, 6) as due_days,
	null::decimal(18, 6) as attended_days,
	null::integer as source_file,
	null::integer as source_record,
	null::integer as source_line
where false
