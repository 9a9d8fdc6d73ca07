-- one row a slot, dimension and value of it: findings of the truth checks and the callbacks they point to; by kind also those without a finding, and how many callbacks could be checked (L151)
with looked as (
	select
		part.slot,
		sum(callbacks)::bigint as every_one,
		sum(numbered)::bigint as numbered,
		sum(spoken)::bigint as spoken,
		sum(remarked)::bigint as remarked,
		sum(rated)::bigint as rated
	from reports.callback_part as part
	join reports.slot using (slot)
	where macro.shows(slot.only_branch, part.branch)
	group by part.slot
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
told as (
	select slot, kind, branch, person, 1 as finding, null as callback from reports.finding
	union all
	select slot, kind, branch, person, 0, callback from reports.finding_row
),
sums as (
	select
		told.slot, told.finding, told.callback,
		dimension.dimension,
		case dimension.dimension
			when 'all' then ''
			when 'kind' then told.kind
			when 'branch' then told.branch
			when 'person' then told.person
		end as value
	from told
	cross join (values ('all'), ('kind'), ('branch'), ('person')) as dimension (dimension)
),
summed as (
	select
		slot, dimension, value,
		sum(finding)::bigint as findings,
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
