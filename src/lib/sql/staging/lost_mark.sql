-- one row a customer's answer (1 to 5) in a record that was set aside because its branch or its person can't be read (`lacks`); branch and month null where the record doesn't tell
select
	null::varchar as dataset,
	null::varchar as branch,
	null::varchar as month,
	null::varchar as path,
	null::integer as record,
	null::integer as line,
	null::varchar as lacks,
	null::integer as mark
where false
