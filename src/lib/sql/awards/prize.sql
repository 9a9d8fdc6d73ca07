-- one row a period, award and unit that is paid: its rank and amount in thousandths of a yuan (L163); as sealed where the period's last month is sealed
with placed as (
	select
		quarter.*, rule.policy, rule.tied_prize,
		count(*) over (partition by period, unit_kind, scorecard, rank) as sharers,
		rank() over (partition by period, unit_kind, scorecard order by rank) as place
	from rankings.quarter
	join policy.rule on rule.month = quarter.last_month
	where quarter.last_month not in (select month from staging.sealed)
),
shared as (
	select
		placed.period, placed.unit_kind, placed.unit, prize.award,
		10 * macro.half_up(sum(prize.amount)::hugeint, 10 * any_value(placed.sharers)) as amount
	from placed
	join policy.prize
		on prize.policy = placed.policy
		and prize.scorecard = placed.scorecard
		and prize.rank between placed.place and placed.place + placed.sharers - 1
	where placed.tied_prize = 'shared'
	group by all
)
select placed.period, prize.award, placed.unit_kind, placed.unit, placed.rank, prize.amount::hugeint as amount
from placed
join policy.prize on prize.policy = placed.policy and prize.scorecard = placed.scorecard and prize.rank = placed.rank
where placed.tied_prize = 'full'
union all
select shared.period, shared.award, shared.unit_kind, shared.unit, placed.rank, shared.amount
from shared
join placed using (period, unit_kind, unit)
union all
select period, award, unit_kind, unit, rank, (amount::decimal(18, 3) * 1000)::hugeint
from staging.sealed_prize
