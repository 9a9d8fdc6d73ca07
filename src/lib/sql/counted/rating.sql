-- one row a rating, as it was given (L162)
select *, 'ratings' as dataset, score as numerator, 1 as denominator
from facts.rating
