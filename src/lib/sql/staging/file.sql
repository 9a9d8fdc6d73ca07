-- one row an imported file; of two records with one key the higher precedence stands, then the first path, then the first record
select
	null::integer as source_file,
	null::varchar as path,
	null::varchar as dataset,
	null::integer as precedence
where false
