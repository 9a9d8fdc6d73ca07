-- one row a word that opinions are sorted by, and the theme it names (data/vocabulary.json)
select
	null::varchar as theme,
	null::varchar as word
where false
