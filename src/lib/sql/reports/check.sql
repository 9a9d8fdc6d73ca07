-- one row a slot, branch and subject of spot checks in the months shown: how many were made and failed (L238, L245)
select
	shown.slot, spot_check.branch, spot_check.subject,
	count(*) as checks,
	count(*) filter (spot_check.passed = 'no') as failed,
	count(*) filter (spot_check.severe = 'yes') as severe
from staging.shown
join facts.spot_check using (month)
where macro.shows(shown.only_branch, spot_check.branch)
group by all
