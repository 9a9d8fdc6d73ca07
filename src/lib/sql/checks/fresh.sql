-- one row a file whose repeated records are sought: those that came or changed since; all, where one went or changed whose records others have, too
with came as (
	from staging.file anti join checks.found using (source_file, path, precedence)
),
went as (
	from checks.found anti join staging.file using (source_file, path, precedence)
)
select source_file
from staging.file
where source_file in (select source_file from came) or exists (from went where shares)
