-- one row a month and unit: the total that stands, as sealed where the month is sealed, else as computed
select month, unit_kind, unit, scorecard, total, status
from scores.total
where month not in (select month from staging.sealed)
union all
select month, unit_kind, unit, scorecard, (total::decimal(38, 6) * 1000000)::hugeint, status
from staging.sealed
