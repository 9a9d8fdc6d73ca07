-- one row a rating: what it counts, in trillionths of a point, by the policy's reading of strict and lenient raters, and whether it counts at all (L162)
with given as (
	select
		rating.*, rule.calibration, rule.calibration_amount,
		(rating.score * 1000000000000)::hugeint as exact
	from facts.rating
	join policy.rule using (month)
),
-- of a role's raters in a branch: how many scores, their sum, and n squares less the sum's square, which is the variance n squared times
pool as (
	select month, branch, role, count(*)::hugeint as n, sum(exact)::hugeint as s, (count(*)::hugeint * sum(exact * exact)::hugeint - sum(exact)::hugeint * sum(exact)::hugeint) as v
	from given
	where calibration = 'zscore'
	group by all
),
rater as (
	select month, branch, role, rater, count(*)::hugeint as n, sum(exact)::hugeint as s, (count(*)::hugeint * sum(exact * exact)::hugeint - sum(exact)::hugeint * sum(exact)::hugeint) as v
	from given
	where calibration = 'zscore' and rater is not null
	group by all
	having count(*) >= any_value(calibration_amount)
),
placed as (
	select
		given.*,
		row_number() over of_person as place,
		count(*) over (partition by month, branch, person, role) as among
	from given
	window of_person as (partition by month, branch, person, role order by score, source_file, source_record)
)
select
	placed.* exclude (calibration, calibration_amount, exact, place, among),
	calibration <> 'trimmed' or among <= 2 * calibration_amount
		or (place > calibration_amount and place <= among - calibration_amount) as counts,
	case
		when rater.n is null then exact
		-- who gives everyone the same says nothing of anyone
		when rater.v = 0 then macro.half_up(pool.s, pool.n * 1000000) * 1000000
		else greatest(least(round((
			pool.s::double / pool.n::double
			+ sqrt(pool.v::double) / pool.n::double * (exact * rater.n - rater.s)::double / sqrt(rater.v::double)
		) / 1000000), 100000000), 0)::hugeint * 1000000
	end as points
from placed
left join rater using (month, branch, role, rater)
left join pool using (month, branch, role)
