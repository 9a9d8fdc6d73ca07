-- one row a month and unit, of those scored: the points of its scorecard as a fraction of thousandths, scaled over lines that don't apply, and the lines without data (L153)
select
	line.month, line.unit_kind, line.unit, line.policy, line.scorecard,
	(sum(line.points) * sum(line.weight))::hugeint as numerator,
	coalesce(sum(line.weight) filter (line.status = 'ok'), 0)::hugeint as denominator,
	string_agg(line.line, ';' order by line.position) filter (line.status in ('no_data', 'target_missing') or line.assumed) as missing,
	bool_or(line.unread or line.status = 'target_missing' or (line.status = 'no_data' and rule.missing_line = 'no_data')) or not bool_or(line.status = 'ok') as incomplete
from scores.line
join policy.rule using (month)
semi join scores.scoped on scoped.month = line.month and scoped.unit_kind = line.unit_kind
group by all
