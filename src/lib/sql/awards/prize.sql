-- one row a period, award and unit that is paid: its rank and amount in thousandths of a yuan (L163); as sealed where the period's last month is sealed
with placed as (
	select
		quarter.*, rule.policy, rule.tied_prize, rule.tie_rule,
		count(*) over (
			partition by period, unit_kind, scorecard order by rank range between current row and current row
		) as sharers
	from rankings.quarter
	join policy.rule on rule.month = quarter.last_month
	where quarter.last_month not in (select month from staging.sealed)
),
pot as (
	select placed.period, placed.unit_kind, placed.unit, placed.scorecard, placed.rank, prize.award, placed.sharers, sum(prize.amount)::hugeint // 10 as fen
	from placed
	join policy.prize
		on prize.policy = placed.policy
		and prize.scorecard = placed.scorecard
		and prize.rank between placed.rank and if(placed.tie_rule = 'dense', placed.rank, placed.rank + placed.sharers - 1)
	where placed.tied_prize = 'shared'
	group by all
),
shared as (
	-- what doesn't divide goes to the first units by code, a fen each, so that the sum is exact
	select
		period, award, unit_kind, unit, rank,
		10 * (fen // sharers + if(row_number() over (partition by period, unit_kind, scorecard, award, rank order by unit) <= fen % sharers, 1, 0)) as amount
	from pot
)
select placed.period, prize.award, placed.unit_kind, placed.unit, placed.rank, prize.amount::hugeint as amount
from placed
join policy.prize on prize.policy = placed.policy and prize.scorecard = placed.scorecard and prize.rank = placed.rank
where placed.tied_prize = 'full'
union all
select period, award, unit_kind, unit, rank, amount
from shared
union all
select period, award, unit_kind, unit, rank, (amount::decimal(18, 3) * 1000)::hugeint
from staging.sealed_prize
