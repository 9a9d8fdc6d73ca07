-- one row of facts.heir as it was when callbacks were last counted
select
	null::varchar as branch, null::varchar as heir, null::date as from_day, null::date as until_day,
	null::varchar as from_month, null::varchar as until_month
where false
