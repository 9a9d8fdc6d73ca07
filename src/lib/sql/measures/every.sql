-- one row a measure, month and unit: all the measures that scorecards can use
from measures.service_skill
union all by name from measures.complaint_unresolved
union all by name from measures.callback_completion
union all by name from measures.callback_truth
union all by name from measures.satisfaction
union all by name from measures.report_truth
union all by name from measures.audit
