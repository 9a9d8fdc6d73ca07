-- one row a sealed month and unit: its total as it was sealed, as decimal text (null where incomplete)
select
	null::varchar as month,
	null::varchar as unit_kind,
	null::varchar as unit,
	null::varchar as scorecard,
	null::varchar as total,
	null::varchar as status
where false
