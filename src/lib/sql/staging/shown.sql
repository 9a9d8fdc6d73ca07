-- one row a month that the reports show, in the slot `now` or `before`: today, and the one branch, stage of tickets and kind of logs that are shown, where not all are
select
	null::varchar as slot,
	null::varchar as month,
	null::date as today,
	null::varchar as only_branch,
	null::varchar as only_stage,
	null::varchar as only_kind
where false
