-- one row a scorecard, and whether its points go through the raters' blend (L134, L162)
select
	null::varchar as policy,
	null::varchar as scorecard,
	null::boolean as blended
where false
