-- one row a slot, dimension and value of it: findings of the truth checks and the callbacks they point to; by kind also those without a finding, and how many callbacks could be checked (L151)
with looked as (
	select
		shown.slot,
		count(*) as every_one,
		count(*) filter (talk.reached and talk.number is not null) as numbered,
		count(*) filter (talk.spoken) as spoken,
		count(*) filter (talk.remarked) as remarked,
		count(*) filter (talk.rated) as rated
	from staging.shown
	join rows.talk using (month)
	where macro.shows(shown.only_branch, talk.branch)
	group by shown.slot
),
whole as (
	select slot, 'all' as dimension, '' as value, every_one as checked from looked
	union all
	select
		looked.slot, 'kind', kind.kind,
		case kind.kind
			when 'same_number' then numbered
			when 'pace' then spoken
			when 'copied' then remarked
			when 'same_rating' then rated
			else every_one
		end
	from looked
	cross join (values ('same_number'), ('pace'), ('day_off'), ('copied'), ('same_rating')) as kind (kind)
),
sums as (
	select
		finding.slot, finding.kind, finding.month, finding.branch, finding.person, finding.key, finding.callback,
		dimension.dimension,
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
	from sums
	group by all
)
-- where nothing could be checked, nothing is known
select
	slot, dimension, value, checked,
	if(checked = 0, null, coalesce(findings, 0)) as findings,
	if(checked = 0, null, coalesce(callbacks, 0)) as callbacks
from whole
full join summed using (slot, dimension, value)
