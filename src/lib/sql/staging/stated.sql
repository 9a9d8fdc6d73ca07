-- one row a data set of which someone stated that none came in a month, or in any
select
	null::varchar as dataset,
	null::varchar as month
where false
