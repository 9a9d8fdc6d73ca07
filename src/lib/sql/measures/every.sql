-- one row a measure, month and unit: all the measures that scorecards can use; where numerator and denominator are in parts, `per` of them make one
from measures.service_skill
union all by name from measures.complaint_unresolved
union all by name (select * replace ('complaint_resolved' as measure, denominator - numerator as numerator) from measures.complaint_unresolved)
union all by name from measures.callback_completion
union all by name from measures.callback_truth
union all by name from measures.satisfaction
union all by name from measures.report_truth
union all by name from measures.audit
union all by name from measures.plan
union all by name from measures.call_volume
union all by name from measures.first_call_resolution
union all by name from measures.feedback_in_time
union all by name from measures.cooperation
union all by name from measures.staff_appraisal
union all by name from measures.fee_collection
union all by name from measures.ticket_in_time
union all by name from measures.ticket_completion
union all by name from measures.complaint_closed
union all by name from measures.complaint_named
union all by name from measures.callback_on_time
union all by name from measures.callback_bands
union all by name from measures.severe_reported
union all by name from measures.log_on_time
union all by name from measures.log_complete
union all by name from measures.report_on_time
union all by name from measures.report_quality
union all by name from measures.records_complete
union all by name from measures.etiquette
union all by name from measures.receipt_amount
