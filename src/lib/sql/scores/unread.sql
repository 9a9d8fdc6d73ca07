-- one row a month, measure and branch (null: all) that nothing was read for: its lines have no data, whatever else the policy says of missing rows
select distinct unread.month, rests_on.measure, unread.branch
from facts.unread
join measures.rests_on using (dataset)
