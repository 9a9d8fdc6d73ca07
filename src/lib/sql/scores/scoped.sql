-- one row a month and kind of unit that is scored now: those in scope, where some are, else all
select month, unit_kind
from staging.scope
union all
select distinct month, unit_kind
from rows.unit
where not exists (from staging.scope)
