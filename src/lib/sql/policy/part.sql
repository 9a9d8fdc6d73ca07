-- one row a policy: the rules of the parts beside the scorecards (amounts and points in thousandths)
select
	null::varchar as policy,
	null::integer as callback_days,
	null::integer as callback_grace,
	null::boolean as callback_moved,
	null::integer as callback_earliest,
	null::integer as band_standard,
	null::integer as band_width,
	null::varchar as band_count,
	null::integer as severe_hours,
	null::varchar as fee_rate,
	null::integer as same_number,
	null::integer as pace_callbacks,
	null::integer as pace_minutes,
	null::integer as copied_notes,
	null::integer as copied_length,
	null::integer as same_ratings,
	null::integer as not_rankable_below,
	null::integer as group_first,
	null::integer as group_last_from,
	null::integer as satisfied_from,
	null::integer as repeat_days
where false
