-- one row a policy and reason of a hold for which time doesn't count
select
	null::varchar as policy,
	null::varchar as reason
where false
