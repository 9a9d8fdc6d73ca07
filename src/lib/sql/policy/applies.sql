-- one row a kind of unit and post that a scorecard is for; without a post, for all that no other card names; with a branch, for that branch and its people alone
select
	null::varchar as policy,
	null::varchar as scorecard,
	null::varchar as unit_kind,
	null::varchar as post,
	null::varchar as branch
where false
