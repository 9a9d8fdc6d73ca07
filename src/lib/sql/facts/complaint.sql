-- one row a complaint that counts; void, withdrawn and repeated tickets are set aside
select *
from facts.ticket
where kind = 'complaint' and status is distinct from 'excluded'
