-- one row a slot and customer's answer of the months shown that nobody can be credited with: set aside for its branch or person, or of a person who wasn't there in its month (its branch is credited with it); one without a month belongs to the last month shown (own rule)
with last_shown as (
	select slot, max(month) as last_month from staging.shown group by slot
),
set_aside as (
	select
		shown.slot, shown.month, lost.dataset, lost.path as source, coalesce(heir.heir, lost.branch) as branch,
		if(lost.lacks = 'branch' or lost.branch is null, 'no_branch', 'no_person') as lacks,
		lost.mark, file.source_file, lost.record as source_record, lost.line as source_line, shown.only_branch
	from staging.lost_mark as lost
	join staging.shown on true
	join last_shown using (slot)
	left join staging.file on file.path = lost.path
	left join facts.heir
		on heir.branch = lost.branch and shown.month >= heir.from_month and shown.month < heir.until_month
	where coalesce(lost.month, last_shown.last_month) = shown.month
),
answered as (
	select 'callbacks' as dataset, month, branch, person, satisfaction::integer as mark, source_file, source_record, source_line
	from facts.callback
	where satisfaction is not null
	union all
	select 'tickets', month, branch, person, satisfaction::integer, source_file, source_record, source_line
	from facts.ticket
	where satisfaction is not null
),
gone as (
	select
		shown.slot, answered.month, answered.dataset, file.path as source, answered.branch,
		if(answered.person is null, 'unnamed', 'not_there') as lacks,
		answered.mark, answered.source_file, answered.source_record, answered.source_line, shown.only_branch
	from staging.shown
	join answered using (month)
	anti join rows.unit
		on unit.unit_kind = 'person' and unit.month = answered.month and unit.unit = answered.person
	left join staging.file using (source_file)
)
select * exclude (only_branch)
from (from set_aside union all from gone)
where macro.shows(only_branch, branch)
