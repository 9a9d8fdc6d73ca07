-- one row a slot, branch and theme that remarks of callbacks name: how many remarks, and how many of unsatisfied customers, of all branches (L230, L235)
with note as (
	select
		shown.slot, contact.branch, contact.note,
		count(*) as remarks,
		count(*) filter (contact.rated and not contact.satisfied) as unhappy
	from staging.shown
	join rows.contact using (month)
	where contact.remarked
	group by all
),
-- several words of a theme in a remark are one
named as (
	select distinct note.*, coalesce(theme.theme, 'other') as theme
	from note
	left join staging.theme as theme on contains(note.note, theme.word)
)
select slot, branch, theme, sum(remarks)::bigint as remarks, sum(unhappy)::bigint as unhappy
from named
group by all
