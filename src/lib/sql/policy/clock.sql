-- one row a policy and clock, and a branch with hours of its own (null: all others): whether every day counts or working days alone, and from which second of a day on how many of them
select
	null::varchar as policy,
	null::varchar as clock,
	null::varchar as branch,
	null::boolean as every,
	null::integer as opens,
	null::integer as length
where false
