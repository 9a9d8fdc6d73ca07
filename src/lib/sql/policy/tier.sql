-- one row a tier of a line, 1 the best; bounds in thousandths of a per cent or of an event, null where open (L153)
select
	null::varchar as policy,
	null::varchar as scorecard,
	null::varchar as line,
	null::integer as tier,
	null::integer as lower,
	null::boolean as lower_in,
	null::integer as upper,
	null::boolean as upper_in,
	null::integer as deduction
where false
