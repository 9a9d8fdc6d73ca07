-- one row a kind of follow-up (L164)
select
	null::varchar as policy,
	null::varchar as scorecard,
	null::varchar as kind
where false
