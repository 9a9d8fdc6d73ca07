-- one row a rank of an award with its prize in thousandths of a yuan (L163)
select
	null::varchar as policy,
	null::varchar as scorecard,
	null::varchar as award,
	null::integer as rank,
	null::integer as amount
where false
