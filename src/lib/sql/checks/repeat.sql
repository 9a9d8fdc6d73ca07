-- one row a record whose key stands in another record before it: the same content is a duplicate, other content a conflict (data/exports.json)
with candidate as (
	select shared.*, content.content, file.path, file.precedence
	from checks.shared
	join checks.content using (dataset, source_file, source_record)
	join staging.file using (source_file)
),
placed as (
	select
		*,
		row_number() over standing as place,
		first_value(content) over standing as first_content,
		first_value(source_file) over standing as first_file,
		first_value(source_record) over standing as first_record
	from candidate
	window standing as (
		partition by dataset, key
		order by precedence desc, path, source_record
		rows between unbounded preceding and unbounded following
	)
)
select
	dataset, source_file, source_record, source_line, key,
	if(content = first_content, 'duplicate', 'conflict') as kind,
	first_file, first_record
from placed
where place > 1
