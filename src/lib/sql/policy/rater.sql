-- one row a kind of rater with its weight in thousandths (L162)
select
	null::varchar as policy,
	null::varchar as rater,
	null::integer as weight
where false
