-- one row an entry of praise or criticism, in thousandths of a point (L154-155)
select *, 'merits' as dataset, points as numerator, 1000 as denominator
from rows.merit
