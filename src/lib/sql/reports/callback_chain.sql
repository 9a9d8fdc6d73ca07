-- one row a slot and number of calls to one customer: how many customers were followed up so often (L222)
select slot, calls, count(*) as customers
from reports.chain
group by all
