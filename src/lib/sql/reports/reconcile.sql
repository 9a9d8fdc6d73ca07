-- one row a figure that a branch reports itself: what the rows give, the difference, and its likely cause (L149)
with given as (
	select shown.slot, figure.month, figure.branch, figure.figure, sum(figure.value) as reported
	from staging.shown
	join facts.figure using (month)
	where macro.shows(shown.only_branch, figure.branch)
	group by all
),
sums as (
	select month, branch, 'callbacks' as figure, sum(callbacks)::decimal(18, 3) as value from facts.callback_count group by all
	union all select month, branch, 'callbacks_reached', coalesce(sum(callbacks) filter (result = 'reached'), 0) from facts.callback_count group by all
	union all select month, branch, 'complaints', count(*) from facts.complaint group by all
	union all select month, branch, 'complaints_resolved', count(*) filter (resolved_at is not null) from facts.complaint group by all
	union all select month, branch, 'tickets', count(*) from rows.ticket group by all
	union all select month, branch, 'tickets_done', count(*) filter (done) from rows.ticket group by all
	union all select month, branch, 'repairs', count(*) from rows.ticket where kind = 'repair' group by all
	union all select month, branch, 'repairs_done', count(*) filter (done) from rows.ticket where kind = 'repair' group by all
	union all select month, branch, 'fees_paid', sum(paid) from rows.fee group by all
	union all select month, branch, 'homes_paid', count(distinct unit) - count(distinct unit) filter (not settled) from rows.fee group by all
),
-- what a branch may have counted otherwise: by how much its figure would then lie above the rows
other as (
	select month, branch, 'callbacks_reached' as figure, 'not_reached' as cause, coalesce(sum(callbacks) filter (result <> 'reached'), 0)::decimal(18, 3) as value from facts.callback_count group by all
	union all select month, branch, unnest(['tickets', if(kind = 'complaint', 'complaints', 'repairs')]), 'excluded', 1 from facts.ticket where status = 'excluded'
	union all select month, branch, 'complaints_resolved', 'resolved_later', -count(*) filter (strftime(resolved_at, '%Y-%m') > month) from facts.complaint group by all
	union all
	select month, branch, unnest(if(kind = 'repair', ['tickets_done', 'repairs_done'], ['tickets_done'])), 'resolved_later', -1
	from rows.ticket
	where strftime(resolved_at, '%Y-%m') > month
	union all
	select strftime(callback.called_at, '%Y-%m'), callback.branch, 'callbacks', 'duplicate', count(*)
	from staging.callback
	join checks.repeat
		on repeat.dataset = 'callbacks' and repeat.source_file = callback.source_file and repeat.source_record = callback.source_record
	group by all
	union all
	select strftime(ticket.received_at, '%Y-%m'), ticket.branch, unnest(['tickets', if(ticket.kind = 'complaint', 'complaints', 'repairs')]), 'duplicate', 1
	from staging.ticket
	join checks.repeat
		on repeat.dataset = 'tickets' and repeat.source_file = ticket.source_file and repeat.source_record = ticket.source_record
),
otherwise as (
	select month, branch, figure, cause, sum(value) as value from other group by all
),
told as (
	select
		given.*,
		coalesce(sums.value, 0) as value,
		given.reported - coalesce(sums.value, 0) as difference
	from given
	left join sums using (month, branch, figure)
),
-- one cause that explains the whole difference, else all that are known together
known as (
	select
		told.slot, told.month, told.branch, told.figure,
		min(other.cause) filter (other.value = told.difference) as cause,
		sum(other.value) as value,
		string_agg(other.cause, '+' order by other.cause) as causes
	from told
	join otherwise as other using (month, branch, figure)
	where other.value <> 0
	group by all
),
matched as (
	select
		told.*, known.causes is not null as explained,
		coalesce(known.cause, if(known.value = told.difference, known.causes, null)) as cause
	from told
	left join known using (slot, month, branch, figure)
)
select
	slot, month, branch, figure,
	(reported * 1000)::bigint as reported,
	(value * 1000)::bigint as counted,
	(difference * 1000)::bigint as difference,
	case
		when difference = 0 then 'same'
		when cause is not null then cause
		when value = 0 and not explained then 'no_rows'
		-- a round figure near the rows: one twentieth off at most
		when reported % 10 = 0
			and abs(difference) < if(reported % 100 = 0, 50, 5)
			and abs(difference) * 20 <= reported then 'rounded'
		else 'unknown'
	end as cause
from matched
