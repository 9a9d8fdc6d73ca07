-- exact arithmetic that several relations share: a quotient rounded half-up to a whole number, and millionths as decimal text
create or replace macro macro.half_up(n, d) as (2 * n::hugeint + d::hugeint) // (2 * d::hugeint);
create or replace macro macro.decimal_text(millionths) as
	if(millionths < 0, '-', '') || (abs(millionths) // 1000000)::varchar || '.' || lpad((abs(millionths) % 1000000)::varchar, 6, '0');
