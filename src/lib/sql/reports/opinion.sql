-- one row a slot and theme: remarks of callbacks that name it, and those of unsatisfied customers (L230, L235)
select
	remark.slot, remark.theme,
	sum(remark.remarks)::bigint as remarks,
	sum(remark.unhappy)::bigint as unhappy
from reports.remark
join reports.slot using (slot)
where macro.shows(slot.only_branch, remark.branch)
group by all
