-- one row a change that a trial makes to what was counted; empty outside trials
select
	null::varchar as measure,
	null::varchar as unit_kind,
	null::varchar as unit,
	null::varchar as month,
	null::bigint as numerator,
	null::bigint as denominator
where false
