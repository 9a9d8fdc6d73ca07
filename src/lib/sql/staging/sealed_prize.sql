-- one row a prize of a period that a sealed month closed, as sealed (amount in yuan as decimal text)
select
	null::varchar as month,
	null::varchar as period,
	null::varchar as award,
	null::varchar as unit_kind,
	null::varchar as unit,
	null::integer as rank,
	null::varchar as amount
where false
