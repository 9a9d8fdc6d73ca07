-- one row a month and unit, of those scored: the points of its scorecard as a fraction of thousandths, scaled over lines that don't apply, and the lines without data (L153)
with cell as (
	select
		line.*,
		line.status = 'ok' as counts,
		line.status in ('no_data', 'target_missing') or line.assumed as misses,
		line.unread or line.status = 'target_missing' or (line.status = 'no_data' and scored.missing_line = 'no_data') as opens
	from scores.line
	join (
		select rule.month, scoped.unit_kind, rule.missing_line
		from policy.rule
		join scores.scoped using (month)
	) as scored using (month, unit_kind)
),
summed as (
	select
		month, unit_kind, unit, policy, scorecard,
		(sum(points) * sum(weight))::hugeint as numerator,
		coalesce(sum(weight) filter (counts), 0)::hugeint as denominator,
		list({'position': position, 'line': line}) filter (misses) as missed,
		bool_or(opens) or not bool_or(counts) as incomplete
	from cell
	group by all
)
-- sorted here, where few miss any: an aggregate with an order sorts for every unit
select
	* exclude (missed),
	array_to_string(list_transform(list_sort(missed), lambda m: m.line), ';') as missing
from summed
