-- one row a month of the data: the policy in force and what it chose (L145)
select month.month, choice.*
from facts.month
join policy.version on month.month >= version.in_force_from and month.month < version.in_force_until
join policy.choice using (policy)
