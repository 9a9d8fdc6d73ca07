-- one row a policy and step of the penalty for the group that is last again and again, in thousandths of a yuan (L292)
select
	null::varchar as policy,
	null::integer as step,
	null::integer as amount
where false
