-- one row a month and group: its receipts in thousandths of a yuan, its rank of all groups that had any by then and have somebody left, and for how many months running it has been last (L290-292)
with summed as (
	select month, "group", (sum(amount) * 1000)::bigint as amount, count(*) as receipts
	from facts.receipt
	group by all
),
calendar as (
	select month, row_number() over (order by month) as turn, (month || '-01')::date as first_day
	from (select distinct month from summed)
),
-- somebody who left and came back is there as long as their last time; without people, nobody left
left_on as (
	select person, if(bool_or("to" is null), null, max("to")) as day from facts.person group by person
),
-- whoever brings in receipts for another group has gone over to it
belongs as (
	select person, arg_max("group", ("date", receipt)) as "group" from facts.receipt where person is not null group by person
),
member as (
	select
		receipt."group",
		min(receipt.month) as since,
		if(
			bool_or(receipt.person is null or belongs."group" = receipt."group" and left_on.day is null),
			null,
			greatest(
				max(receipt.month),
				strftime(max(if(belongs."group" = receipt."group", left_on.day, null)), '%Y-%m')
			)
		) as until
	from facts.receipt
	left join left_on using (person)
	left join belongs using (person)
	group by all
),
full_table as (
	select calendar.month, calendar.turn, calendar.first_day, member."group", coalesce(summed.amount, 0) as amount, coalesce(summed.receipts, 0) as receipts
	from calendar
	join member on calendar.month >= member.since and calendar.month <= coalesce(member.until, calendar.month)
	left join summed on summed.month = calendar.month and summed."group" = member."group"
),
ranked as (
	select
		*,
		rank() over (partition by month order by amount desc) as rank,
		count(*) over (partition by month, amount) > 1 as tied,
		count(*) over (partition by month) as groups,
		amount = min(amount) over (partition by month) and amount < max(amount) over (partition by month) as last
	from full_table
),
run as (
	select
		*,
		last and not coalesce(
			lag(last) over (partition by "group" order by month)
			and lag(first_day) over (partition by "group" order by month) = first_day - interval 1 month,
			false
		) as begins
	from ranked
)
select
	* exclude (begins, first_day, turn),
	if(last, row_number() over (partition by "group", run_of order by month), 0) as streak
from (
	select *, sum((begins or not last)::integer) over (partition by "group" order by month) as run_of from run
)
