-- one row a person's attendance of a month, and whether the person was on duty by the policy's reading (L160)
select
	attendance.*,
	attendance.attended_days > 0 and (rule.people_on_duty = 'attended' or exists (
		from rows.unit
		join policy.post using (post)
		where post.policy = rule.policy
			and post.reading = 'people_on_duty'
			and unit.unit_kind = 'person'
			and unit.unit = attendance.person
			and unit.month = attendance.month
	)) as on_duty
from facts.attendance
join policy.rule using (month)
