-- one row a slot and theme: remarks of callbacks that name it, by the words of the vocabulary, and those that name none (L230, L235)
with remark as (
	select shown.slot, talk.callback, talk.note, talk.satisfied, talk.rated
	from staging.shown
	join rows.talk using (month)
	where talk.remarked
),
themed as (
	select remark.*, theme.theme
	from remark
	left join staging.theme as theme on contains(remark.note, theme.word)
)
select
	slot, coalesce(theme, 'other') as theme,
	count(distinct callback) as remarks,
	count(distinct callback) filter (rated and not satisfied) as unhappy
from themed
group by all
