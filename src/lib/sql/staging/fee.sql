-- one row a record of a fees export that was understood (data/exports.json)
select
	null::varchar as bill,
	null::varchar as branch,
	null::varchar as unit,
	null::varchar as owner,
	null::varchar as item,
	null::varchar as period,
	null::decimal(18, 6) as due_amount,
	null::decimal(18, 6) as paid_amount,
	null::decimal(18, 6) as waived_amount,
	null::timestamp as paid_at,
	null::date as due_on,
	null::varchar as status,
	null::varchar as status_text,
	null::varchar as reason,
	null::varchar as reason_text,
	null::integer as source_file,
	null::integer as source_record,
	null::integer as source_line
where false
