-- one row a slice of a measure that some version scores: the column that its records are picked by, and the values, each between bars (own rule)
select
	null::varchar as measure,
	null::varchar as counts,
	null::varchar as "column",
	null::varchar as "values"
where false
