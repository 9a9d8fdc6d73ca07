-- one row a record of a customers export that was understood: who is to be called back, and why from when (exports of part 5)
select
	null::varchar as customer,
	null::varchar as branch,
	null::varchar as person,
	null::varchar as class,
	null::varchar as class_text,
	null::date as trigger_on,
	null::integer as source_file,
	null::integer as source_record,
	null::integer as source_line
where false
