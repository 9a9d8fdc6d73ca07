-- one row a day that the working-day calendar knows: how many working days there were up to it, and whether it is one
select
	null::date as day,
	null::integer as ordinal,
	null::boolean as works
where false
