-- one row a callback of the months shown that one of the truth checks points to: repeated numbers, an impossible pace, days off, copied remarks, ratings all alike; for a person to judge (L151, L153)
with talk as (
	select
		shown.slot, shown.only_branch, talk.*,
		part.same_number, part.pace_callbacks, part.pace_minutes, part.copied_notes, part.copied_length, part.same_ratings
	from staging.shown
	join rows.talk using (month)
	join policy.month_part as part using (month)
),
paced as (
	select
		*,
		lag(called_at, pace_callbacks - 1) over (partition by slot, person order by called_at, callback) as burst_from
	from talk
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
	select 'same_number' as kind, number as key, talk.*
	from talk
	where number is not null and reached
	qualify count(*) over (partition by slot, month, branch, person, number) >= same_number
	union all
	select 'pace', strftime(burst.burst_from, '%Y-%m-%d %H:%M'), talk.*
	from (from talk where spoken) as talk
	join burst
		on burst.slot = talk.slot
		and burst.person = talk.person
		and talk.called_at between burst.burst_from and burst.burst_to
	union all
	select 'day_off', strftime(called_at, '%Y-%m-%d'), talk.*
	from talk
	where day_off
	union all
	select 'copied', note, talk.*
	from talk
	where length(note) >= copied_length
	qualify count(*) over (partition by slot, month, person, note) >= copied_notes
	union all
	select 'same_rating', min(satisfaction_text) over (partition by slot, month, person), talk.*
	from talk
	where rated
	qualify count(*) over (partition by slot, month, person) >= same_ratings
		and min(satisfaction) over (partition by slot, month, person) = max(satisfaction) over (partition by slot, month, person)
)
select
	slot, kind, key, month, branch, person, callback, customer, number,
	strftime(called_at, '%Y-%m-%d %H:%M:%S') as called_at,
	result_text, satisfaction_text, note, source_file, source_record, source_line
from found
where macro.shows(only_branch, branch)
