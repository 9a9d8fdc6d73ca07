-- one row a check of a report's truth, or a report marked untrue that no failed check names (L153)
select *, null::varchar as person, untrue as numerator, checks as denominator
from rows.untrue_report
