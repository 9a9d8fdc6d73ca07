-- one row a record of spot_checks, each key once; its month is that of checked_at (L145); of a record and subject that an export tells, what was entered by hand isn't counted again
select
	record.* exclude (branch), coalesce(heir.heir, record.branch) as branch,
	strftime(record.checked_at, '%Y-%m') as month
from staging.spot_check as record
left join facts.heir
	on heir.branch = record.branch and record.checked_at >= heir.from_day and record.checked_at < heir.until_day
anti join checks.repeat
	on repeat.dataset = 'spot_checks'
	and repeat.source_file = record.source_file
	and repeat.source_record = record.source_record
where not (
	record."check" like '抽查台#%'
	and record.ref is not null
	and (record.ref, record.subject) in (
		select (ref, subject) from staging.spot_check where ref is not null and "check" not like '抽查台#%'
	)
)
