-- one row a slot, branch and customer: how often they were reached, and the last of the calls, of all branches (L222)
select
	shown.slot, talk.branch, talk.customer,
	count(*) as times,
	if(count(*) < 6, count(*)::varchar, '6+') as calls,
	max(talk.called_at) as called_at,
	arg_max(talk.source_file, talk.called_at) as source_file,
	arg_max(talk.source_record, talk.called_at) as source_record,
	arg_max(talk.source_line, talk.called_at) as source_line
from staging.shown
join rows.talk using (month)
where talk.reached and talk.customer is not null
group by all
