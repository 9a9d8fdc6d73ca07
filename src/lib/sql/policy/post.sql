-- one row a post that a reading names
select
	null::varchar as policy,
	null::varchar as reading,
	null::varchar as post
where false
