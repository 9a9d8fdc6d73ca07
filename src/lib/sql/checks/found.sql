-- one row a file for which repeated records were sought, as it was listed then (no precedence: it was taken out or read anew since), and whether it has records of a key that others have
select
	null::integer as source_file,
	null::varchar as path,
	null::integer as precedence,
	null::boolean as shares
where false
