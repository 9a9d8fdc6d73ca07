-- one row a sealed month and unit, and one a period that it closed and ranked unit: total and rank as sealed (total as decimal text; both null where incomplete)
select
	null::varchar as month,
	null::varchar as period,
	null::varchar as unit_kind,
	null::varchar as unit,
	null::varchar as scorecard,
	null::varchar as total,
	null::integer as rank,
	null::boolean as tied,
	null::integer as ranked_units
where false
