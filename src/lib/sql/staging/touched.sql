-- one row a line that a trial scores anew while all others stand; none: all lines are scored
select
	null::varchar as scorecard,
	null::varchar as line
where false
