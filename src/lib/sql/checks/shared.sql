-- one row a record that may have a key of another: of fresh files, or with a key that theirs have; by its hash, so that a few may be none
with fresh as not materialized (
	select dataset, hash(key) as key_hash
	from checks.record
	semi join checks.fresh using (source_file)
	where key is not null
),
several as (
	select dataset, key_hash
	from fresh
	group by all
	having count(*) > 1
	union
	select record.dataset, hash(record.key)
	from checks.record
	semi join (
		-- where all files are fresh, there are no others
		from fresh where exists (from staging.file anti join checks.fresh using (source_file))
	) as fresh on fresh.dataset = record.dataset and fresh.key_hash = hash(record.key)
	where record.source_file not in (select source_file from checks.fresh)
)
select record.*
from checks.record
semi join several on several.dataset = record.dataset and several.key_hash = hash(record.key)
