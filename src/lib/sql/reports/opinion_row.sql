-- one row a slot, remark of a callback and theme that it names by the words of the vocabulary; `other` where it names none (L230, L235)
select
	shown.slot, coalesce(theme.theme, 'other') as theme,
	talk.callback, talk.month, talk.branch, talk.person, talk.customer, talk.called_at, talk.satisfaction_text, talk.note,
	talk.rated and not talk.satisfied as unhappy,
	talk.source_file, talk.source_record, talk.source_line
from staging.shown
join rows.talk using (month)
left join staging.theme as theme on contains(talk.note, theme.word)
where talk.remarked and macro.shows(shown.only_branch, talk.branch)
group by all
