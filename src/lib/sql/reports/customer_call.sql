-- one row a slot, branch and customer: how often they were reached, and the last of the calls, of all branches (L222)
select
	slot, branch, customer, times,
	if(times < 6, times::varchar, '6+') as calls,
	last.called_at as called_at, last.source_file as source_file, last.source_record as source_record, last.source_line as source_line
from (
	select
		shown.slot, contact.branch, contact.customer,
		count(*) as times,
		arg_max(
			{called_at: contact.called_at, source_file: contact.source_file, source_record: contact.source_record, source_line: contact.source_line},
			(contact.called_at, contact.callback)
		) as last
	from staging.shown
	join rows.contact using (month)
	where contact.reached and contact.customer is not null
	group by all
)
