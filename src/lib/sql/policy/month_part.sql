-- one row a month that any data set has rows of: the rules of the parts in force
with named as (
	select month from facts.month
	union select period from facts.fee
	union select month from facts.plan
	union select month from facts.log
	union select month from facts.receipt
	union select strftime(trigger_on, '%Y-%m') from facts.customer
	union select strftime(trigger_on + interval 1 month, '%Y-%m') from facts.customer
	union select strftime(trigger_on + interval 2 month, '%Y-%m') from facts.customer
	union select strftime(trigger_on + interval 3 month, '%Y-%m') from facts.customer
)
select named.month, part.*
from named
join policy.version on named.month >= version.in_force_from and named.month < version.in_force_until
join policy.part using (policy)
