-- one row a rater whose sheets are left out; empty but while it is tried what totals would be without them
select
	null::varchar as role,
	null::varchar as rater
where false
