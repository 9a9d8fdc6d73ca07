-- one row a line that is scored now: those touched, where some are, else all
select scorecard, line
from staging.touched
union all
select distinct scorecard, line
from policy.line
where not exists (from staging.touched)
