-- one row a month and kind of unit that is scored; empty, all are: a trial scores what is on the screen alone
select
	null::varchar as month,
	null::varchar as unit_kind
where false
