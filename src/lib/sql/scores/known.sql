-- one row a month that is scored, and the mark of what its scores follow from
select
	null::varchar as month,
	null::varchar as mark
where false
