-- one row a slot, branch, dimension and value of it: how many customers were reached, of all branches; a customer is one of its branch (L216)
with contact as not materialized (
	select shown.slot, contact.*
	from staging.shown
	join rows.contact using (month)
	where contact.reached and contact.customer is not null
)
select slot, branch, 'branch' as dimension, branch as value, count(*) as customers from reports.customer_call group by all
union all
select slot, branch, 'class', class, count(distinct customer) from contact group by all
union all
select slot, branch, 'channel', coalesce(channel, channel_text), count(distinct customer) from contact group by all
union all
select slot, branch, 'person', person, count(distinct customer) from contact group by all
union all
select slot, branch, 'month', month, count(distinct customer) from contact group by all
