-- one row a record of a figures export that was understood: what a branch itself reports
select
	null::varchar as month,
	null::varchar as branch,
	null::varchar as figure,
	null::varchar as figure_text,
	null::decimal(18, 6) as value,
	null::varchar as note,
	null::integer as source_file,
	null::integer as source_record,
	null::integer as source_line
where false
