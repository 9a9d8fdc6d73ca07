-- one row a slot and theme: remarks of callbacks that name it, and those of unsatisfied customers (L230, L235)
select
	slot, theme,
	count(*) as remarks,
	count(*) filter (unhappy) as unhappy
from reports.opinion_row
group by all
