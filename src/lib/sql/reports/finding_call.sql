-- one row a callback of the months shown, of all branches, that one of the truth checks points to: repeated numbers, an impossible pace, days off, copied remarks, ratings all alike; for a person to judge (L151, L153)
with contact as not materialized (
	select
		shown.slot, contact.*,
		part.same_number, part.pace_callbacks, part.pace_minutes, part.copied_notes, part.copied_length, part.same_ratings
	from staging.shown
	join rows.contact using (month)
	join policy.month_part as part using (month)
),
-- groups first, then their rows: a window over all callbacks would sort them with all that they hold
repeated as (
	select slot, month, branch, person, number
	from contact
	where number is not null and reached
	group by all
	having count(*) >= any_value(same_number)
),
copied as (
	select slot, month, person, note
	from contact
	where length(note) >= copied_length
	group by all
	having count(*) >= any_value(copied_notes)
),
alike as (
	select slot, month, person, min(satisfaction_text) as answer
	from contact
	where rated
	group by slot, month, person
	having count(*) >= any_value(same_ratings) and min(satisfaction) = max(satisfaction)
),
-- cut into spans as long as a burst may be, one span of a burst holds half of it, and the rest is beside
busy as (
	select slot, person, span + unnest([-1, 0, 1]) as span
	from (
		select slot, person, epoch(called_at)::bigint // (60 * pace_minutes) as span
		from contact
		where spoken
		group by slot, person, span
		having 2 * count(*) >= any_value(pace_callbacks)
	)
),
paced as (
	select
		slot, person, called_at, callback, pace_minutes,
		lag(called_at, pace_callbacks - 1) over (partition by slot, person order by called_at, callback) as burst_from
	from contact
	semi join busy
		on busy.slot = contact.slot
		and busy.person = contact.person
		and busy.span = epoch(contact.called_at)::bigint // (60 * contact.pace_minutes)
	where spoken
),
rushed as (
	select
		slot, person, called_at, burst_from,
		coalesce(burst_from > lag(called_at) over (partition by slot, person order by called_at, callback), true) as begins
	from paced
	where called_at <= burst_from + to_minutes(pace_minutes)
),
burst as (
	select slot, person, min(burst_from) as burst_from, max(called_at) as burst_to
	from (
		select *, sum(begins::integer) over (partition by slot, person order by called_at, burst_from) as island
		from rushed
	)
	group by slot, person, island
),
found as (
	select 'same_number' as kind, number as key, contact.*
	from contact
	semi join repeated
		on repeated.slot = contact.slot
		and repeated.month = contact.month
		and repeated.branch = contact.branch
		and repeated.person is not distinct from contact.person
		and repeated.number = contact.number
	where reached
	union all
	select 'pace', strftime(burst.burst_from, '%Y-%m-%d %H:%M'), contact.*
	from (from contact where spoken) as contact
	join burst
		on burst.slot = contact.slot
		and burst.person = contact.person
		and contact.called_at between burst.burst_from and burst.burst_to
	union all
	select 'day_off', strftime(called_at, '%Y-%m-%d'), contact.*
	from contact
	where day_off
	union all
	select 'copied', note, contact.*
	from contact
	semi join copied
		on copied.slot = contact.slot
		and copied.month = contact.month
		and copied.person is not distinct from contact.person
		and copied.note = contact.note
	union all
	select 'same_rating', alike.answer, contact.*
	from contact
	join alike
		on alike.slot = contact.slot
		and alike.month = contact.month
		and alike.person is not distinct from contact.person
	where rated
)
select
	slot, kind, key, month, branch, person,
	callback, customer, number,
	strftime(called_at, '%Y-%m-%d %H:%M:%S') as called_at,
	result_text, satisfaction_text, note, source_file, source_record, source_line
from found
