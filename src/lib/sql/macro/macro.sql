-- exact arithmetic that several relations share: the moment before which what belongs to a month counts (n days into the next), half-up quotients (of negative numbers away from zero, as their positive twins), quotients of positive numbers rounded up, millionths as text, whether x / y lies in a tier, whether what is shown takes a value in, and bands of so many percentage points (in thousandths) below a standard
create or replace macro macro.cut_off(month, reading, amount) as
	(month || '-01')::date::timestamp + interval 1 month + to_days(if(reading = 'within_hours', 0, amount));
create or replace macro macro.half_up(n, d) as if(n < 0, -1, 1)::hugeint * divide(2 * abs(n::hugeint) + d::hugeint, 2 * d::hugeint);
create or replace macro macro.decimal_text(millionths) as
	if(millionths < 0, '-', '') || divide(abs(millionths), 1000000)::varchar || '.' || lpad((abs(millionths) % 1000000)::varchar, 6, '0');
create or replace macro macro.in_tier(x, y, lower_bound, lower_in, upper_bound, upper_in) as
	(lower_bound is null or x > lower_bound * y or (lower_in and x = lower_bound * y))
	and (upper_bound is null or x < upper_bound * y or (upper_in and x = upper_bound * y));
create or replace macro macro.shows(wanted, own) as coalesce(wanted = own, wanted is null);
create or replace macro macro.ceil_div(n, d) as divide(n + d - 1, d);
create or replace macro macro.bands(done, due, standard, width, counted) as
	case
		when due = 0 or done * 100000 >= standard * due then 0
		when counted = 'ceil' then macro.ceil_div(standard * due - done * 100000, width * due)
		else divide(standard * due - done * 100000, width * due)
	end;
-- what of a bill is due after waivers; whether one of several bills of a home, item and period makes them be set off against each other (a refund, a reversal, a payment without a bill of its own); and what of one is open, the group's open sum given where they are
create or replace macro macro.owed(due, waived) as due - coalesce(waived, 0);
create or replace macro macro.needs_offset(owed, paid) as owed < 0 or paid < 0 or paid > owed;
create or replace macro macro.open_of(owed, paid, open_in_all) as
	case
		when open_in_all is null then greatest(owed - paid, 0)
		when open_in_all > 0 then owed - paid
		else 0
	end;
-- a day unless it comes after another; whether a warranty held on a day; seconds from one moment to a later one
create or replace macro macro.until(own, last) as if(own <= last, own, null);
create or replace macro macro.warranty(until, on_day) as
	case when until is null then null when on_day <= until then 'within' else 'after' end;
create or replace macro macro.seconds(began, ended) as if(ended >= began, date_diff('second', began, ended), null);
-- what one case adds to a measure: one, or its full mark where the mean of marks is read
create or replace macro macro.case_size(measure, means, mark) as if(measure = 'satisfaction' and means = 'mean_score', mark, 1);
-- what a callback adds to the satisfied answers and to the rated ones, by the reading of "satisfied"; whether it is one by the reading that counts every attempt or those that reached somebody
create or replace macro macro.satisfied(means, bar, reached, satisfaction) as
	case means
		when 'mean_score' then coalesce(satisfaction, 0)
		when 'over_reached' then (reached and coalesce(satisfaction >= bar, false))::integer
		else coalesce(satisfaction >= bar, false)::integer
	end;
create or replace macro macro.rated(means, bar, reached, satisfaction) as
	case means
		when 'mean_score' then if(satisfaction is null, 0, bar)
		when 'over_reached' then reached::integer
		else (satisfaction is not null)::integer
	end;
create or replace macro macro.is_made(counts, result) as
	counts = 'every_attempt' or (counts <> 'once_per_ticket' and result = 'reached');
-- how far a clock has run by a moment, in seconds from one beginning on: it runs every day or on working days (of which there were so many up to that day), from one second of the day on for so many; the same of a clock that runs day and night; of a span (no end: it lasts) what lies between two readings of it
create or replace macro macro.ran(moment, every, ordinal, works, opens, length) as
	if(every, date_diff('day', timestamp '2000-01-01 00:00:00', moment), (ordinal - works::integer)::bigint) * length
	+ if(every or works, least(greatest(date_diff('second', date_trunc('day', moment), moment) - opens, 0), length), 0);
create or replace macro macro.ran_on(moment) as
	date_diff('second', timestamp '2000-01-01 00:00:00', moment);
create or replace macro macro.within(began, ended, low, high) as
	greatest(least(coalesce(ended, high), high) - greatest(began, low), 0);
-- days from one to another: all of them, or working days by how many there were up to each
create or replace macro macro.days_gone(every, first_day, first_ordinal, last_day, last_ordinal) as
	if(every, last_day - first_day, last_ordinal - first_ordinal);
-- when the answer to a customer's opinion is waited for from, and when it is there, by their readings
create or replace macro macro.answer_begins(reading, received, replied) as
	if(reading = 'accepted', coalesce(replied, received), received);
create or replace macro macro.answer_ends(reading, replied, resolved) as
	if(reading = 'closed', resolved, coalesce(replied, resolved));
