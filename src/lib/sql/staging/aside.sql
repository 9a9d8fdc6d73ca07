-- one row a file and what its records set aside may belong to, or a file that wasn't read; null where it can't be told
select
	null::varchar as dataset,
	null::varchar as branch,
	null::varchar as month,
	null::integer as records
where false
