-- one row a policy version, in force from one month until before another
select
	null::varchar as policy,
	null::varchar as in_force_from,
	null::varchar as in_force_until
where false
