-- one row a month, data set and branch: how many records were accepted
select month, 'tickets' as dataset, branch, count(*) as records from facts.ticket group by all
union all select month, 'callbacks', branch, sum(callbacks) from facts.callback_count group by all
union all select month, 'attendance', branch, count(*) from facts.attendance group by all
union all select month, 'spot_checks', branch, count(*) from facts.spot_check group by all
union all select month, 'ratings', branch, count(*) from facts.rating group by all
union all select month, 'merits', branch, count(*) from facts.merit group by all
union all select month, 'audits', branch, count(*) from facts.audit group by all
union all select month, 'reports', branch, count(*) from facts.report group by all
union all select month, 'holds', branch, count(*) from facts.hold where dataset = 'holds' group by all
