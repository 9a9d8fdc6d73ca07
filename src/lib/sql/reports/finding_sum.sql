-- one row a slot, dimension and value of it: findings of the truth checks and the callbacks they point to; by kind also those without a finding, and how many callbacks could be checked (L151)
with looked as (
	select
		shown.slot, kind.kind,
		count(*) filter (
			case kind.kind
				when 'same_number' then talk.reached and talk.number is not null
				when 'pace' then talk.spoken
				when 'copied' then talk.remarked
				when 'same_rating' then talk.rated
				else true
			end
		) as checked
	from staging.shown
	join rows.talk using (month)
	cross join (values ('same_number'), ('pace'), ('day_off'), ('copied'), ('same_rating')) as kind (kind)
	where macro.shows(shown.only_branch, talk.branch)
	group by all
),
counted as (
	select
		finding.*, dimension.dimension,
		case dimension.dimension
			when 'all' then ''
			when 'kind' then finding.kind
			when 'branch' then finding.branch
			when 'person' then finding.person
		end as value
	from reports.finding_row as finding
	cross join (values ('all'), ('kind'), ('branch'), ('person')) as dimension (dimension)
),
summed as (
	select
		slot, dimension, value,
		count(distinct (kind, month, branch, person, key)) as findings,
		count(distinct callback) as callbacks
	from counted
	group by all
),
whole as (
	select slot, 'kind' as dimension, kind as value, checked from looked
	union all
	select slot, 'all', '', max(checked) from looked group by slot
)
select slot, dimension, value, coalesce(findings, 0) as findings, coalesce(callbacks, 0) as callbacks, checked
from whole
full join summed using (slot, dimension, value)
