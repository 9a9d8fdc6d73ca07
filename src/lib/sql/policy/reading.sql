-- one row a reading of an unclear clause, with the choice and the number it sets
select
	null::varchar as policy,
	null::varchar as reading,
	null::varchar as choice,
	null::integer as amount
where false
