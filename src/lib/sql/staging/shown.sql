-- one row a month that the reports show, in the slot `now` or `before`, and the day up to which open things are aged
select
	null::varchar as slot,
	null::varchar as month,
	null::date as as_of
where false
