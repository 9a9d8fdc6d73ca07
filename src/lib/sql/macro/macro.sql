-- exact arithmetic that several relations share: half-up quotients, millionths as text, and whether x / y lies in a tier
create or replace macro macro.half_up(n, d) as (2 * n::hugeint + d::hugeint) // (2 * d::hugeint);
create or replace macro macro.decimal_text(millionths) as
	if(millionths < 0, '-', '') || (abs(millionths) // 1000000)::varchar || '.' || lpad((abs(millionths) % 1000000)::varchar, 6, '0');
create or replace macro macro.in_tier(x, y, lower_bound, lower_in, upper_bound, upper_in) as
	(lower_bound is null or x > lower_bound * y or (lower_in and x = lower_bound * y))
	and (upper_bound is null or x < upper_bound * y or (upper_in and x = upper_bound * y));
