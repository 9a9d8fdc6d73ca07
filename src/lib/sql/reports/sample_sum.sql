-- one row a stratum of what the spot-check desk draws from: records in the months shown, and those drawn (own rule)
select stratum, count(*) as records, count(*) filter (drawn) as drawn
from reports.candidate
group by stratum
