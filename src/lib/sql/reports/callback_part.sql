-- one row a slot, month, branch, person, class and channel: what its callbacks count, of all branches (L216, L219, L235)
select
	shown.slot, contact.month, contact.branch, contact.person, contact.class,
	coalesce(contact.channel, contact.channel_text) as channel,
	count(*) as callbacks,
	count(*) filter (reached) as reached,
	count(*) filter (reached and number is not null) as numbered,
	count(*) filter (spoken) as spoken,
	count(*) filter (rated) as rated,
	count(*) filter (satisfied) as satisfied,
	count(*) filter (remarked) as remarked,
	count(*) filter (day_off) as days_off,
	count(*) filter (is_severe) as severe,
	count(*) filter (is_severe and (reported_at is not null or report_due_at < today)) as severe_due,
	count(*) filter (reported_in_time) as reported_in_time,
	count(*) filter (is_severe and (reported_at is not null or plain_due_at < today)) as severe_due_plain,
	count(*) filter (reported_in_time_plain) as reported_in_time_plain,
	list(macro.seconds(called_at, reported_at) order by reported_at - called_at) filter (is_severe) as severe_seconds
from staging.shown
join rows.contact using (month)
group by all
