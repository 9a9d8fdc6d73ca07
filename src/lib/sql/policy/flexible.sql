-- one row a policy and class of customers that are called back without a deadline (L224)
select
	null::varchar as policy,
	null::varchar as class
where false
