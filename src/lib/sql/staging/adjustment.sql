-- one row a change of what was counted in a cell: the corrections of the ledger, and what a trial supposes
select
	null::varchar as measure,
	null::varchar as unit_kind,
	null::varchar as unit,
	null::varchar as month,
	null::bigint as numerator,
	null::bigint as denominator
where false
