-- one row a file of which other records count than when callbacks were last counted
select null::integer as source_file
where false
