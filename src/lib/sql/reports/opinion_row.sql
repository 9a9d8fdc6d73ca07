-- one row a slot, remark of a callback and theme that it names by the words of the vocabulary; `other` where it names none (L230, L235)
select
	shown.slot, coalesce(theme.theme, 'other') as theme,
	contact.callback, contact.month, contact.branch, contact.person, contact.customer, contact.called_at, contact.satisfaction_text, contact.note,
	contact.rated and not contact.satisfied as unhappy,
	contact.source_file, contact.source_record, contact.source_line
from staging.shown
join rows.contact using (month)
left join staging.theme as theme on contains(contact.note, theme.word)
where contact.remarked and macro.shows(shown.only_branch, contact.branch)
group by all
