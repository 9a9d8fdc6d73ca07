-- one row a kind of praise or criticism with its points in thousandths (L154)
select
	null::varchar as policy,
	null::varchar as type,
	null::integer as points,
	null::boolean as needs_evidence
where false
