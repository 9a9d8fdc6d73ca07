-- one row a slot, branch, dimension and value of it: how many customers were reached, of all branches; a customer is one of its branch (L216)
with talk as not materialized (
	select shown.slot, talk.*
	from staging.shown
	join rows.talk using (month)
	where talk.reached and talk.customer is not null
)
select slot, branch, 'branch' as dimension, branch as value, count(*) as customers from reports.customer_call group by all
union all
select slot, branch, 'class', class, count(distinct customer) from talk group by all
union all
select slot, branch, 'channel', coalesce(channel, channel_text), count(distinct customer) from talk group by all
union all
select slot, branch, 'person', person, count(distinct customer) from talk group by all
union all
select slot, branch, 'month', month, count(distinct customer) from talk group by all
