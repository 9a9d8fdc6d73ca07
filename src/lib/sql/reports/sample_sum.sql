-- one row a branch and stratum of what the spot-check desk draws from: records in the months shown, and those drawn (own rule)
select branch, stratum, count(*) as records, count(*) filter (drawn) as drawn
from reports.candidate
group by branch, stratum
