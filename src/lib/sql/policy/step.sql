-- one row a step below a target: from how much of it on (thousandths of a per cent), and the share of the weight it earns (likewise)
select
	null::varchar as policy,
	null::varchar as scorecard,
	null::varchar as line,
	null::integer as reached,
	null::integer as share
where false
