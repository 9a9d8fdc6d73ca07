-- one row a rated callback of a month whose policy counts a customer's answers once (by the ticket, else the customer): the mark that counts of its branch and of its person, null where another answer of the customer stands for it (own rule)
with rated as (
	select
		callback.month, callback.branch, callback.person, callback.called_at, callback.callback,
		callback.result, callback.satisfaction::integer as mark,
		callback.source_file, callback.source_record,
		rule.rated_twice as reading,
		coalesce('t' || callback.ticket, 'c' || callback.customer, 'i' || callback.callback) as whose,
		-- the one that stands comes first: the worst, the first, else the last; of one moment the first by number
		if(rule.rated_twice = 'worst', callback.satisfaction::integer, 0) as worst_first,
		if(rule.rated_twice = 'first', 1, -1) * macro.ran_on(callback.called_at) as place
	from facts.callback
	join policy.rule using (month)
	where rule.rated_twice <> 'every' and callback.satisfaction is not null
),
placed as (
	select
		rated.*,
		row_number() over (partition by month, branch, whose order by worst_first, place, callback) as of_branch,
		row_number() over (partition by month, person, whose order by worst_first, place, callback) as of_person,
		sum(mark) over (partition by month, branch, whose) as branch_sum,
		count(*) over (partition by month, branch, whose) as branch_count,
		sum(mark) over (partition by month, person, whose) as person_sum,
		count(*) over (partition by month, person, whose) as person_count
	from rated
)
select
	month, branch, person, result = 'reached' as reached, source_file, source_record,
	case
		when of_branch > 1 then null
		when reading = 'mean' then macro.half_up(branch_sum, branch_count)::integer
		else mark
	end as branch_mark,
	case
		when of_person > 1 then null
		when reading = 'mean' then macro.half_up(person_sum, person_count)::integer
		else mark
	end as person_mark
from placed
