-- one row a slot and number of calls to one customer: how many customers were followed up so often (L222)
with chain as (
	select shown.slot, talk.branch, talk.customer, count(*) as calls
	from staging.shown
	join rows.talk using (month)
	where talk.reached and talk.customer is not null
	group by all
)
select slot, least(calls, 6) as calls, count(*) as customers
from chain
group by all
