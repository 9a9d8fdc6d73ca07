-- one row a line of a scorecard; weights and deductions in thousandths of a point, targets in thousandths of the measure's unit (L153)
select
	null::varchar as policy,
	null::varchar as scorecard,
	null::varchar as line,
	null::integer as position,
	null::integer as weight,
	null::varchar as scoring,
	null::varchar as measure,
	null::varchar as counts,
	null::integer as deduction_each,
	null::varchar as no_rows,
	null::boolean as personal,
	null::boolean as off_total,
	null::bigint as target,
	null::varchar as measure_kind,
	null::boolean as reads_branch,
	null::varchar as direction,
	null::boolean as grows,
	null::varchar as clause
where false
