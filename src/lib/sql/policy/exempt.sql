-- one row a policy and reason for which a home is not expected to pay (L190)
select
	null::varchar as policy,
	null::varchar as reason
where false
