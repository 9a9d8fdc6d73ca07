-- one row: what the spot-check desk draws — data set, seed, and how many a branch and week
select
	null::varchar as dataset,
	null::varchar as seed,
	null::integer as per_week
where false
