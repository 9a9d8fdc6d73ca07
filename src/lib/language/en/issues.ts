import type { ISSUES as Keys } from '../zh/issues';

export const ISSUES: Record<keyof typeof Keys, string> = {
	'issue.shares': 'The shares make {sum} %, more than 100 %',
	'issue.decimal': '“{value}” is no number: write it as 12 or 12.5',
	'issue.form': '“{value}” isn’t written as this field is',
	'issue.quota': 'a quota of 0',
	'issue.noChoice': 'no alternative “{choice}”',
	'issue.noCompanyHours': 'One row without a branch is missing: the company’s working hours',
	'issue.noHours': 'The day must end after it begins',
	'issue.slice': '“{measure}” can’t be narrowed by “{column}”; it can by: {columns}',
	'issue.sliceHomes':
		'a collection rate by homes can’t be narrowed by item: a home counts once, at its first bill',
	'issue.notComputed': 'nothing computes the choice “{choice}”',
	'issue.tooMuch': '{amount} is too much: {most} at most',
	'issue.claimed': 'another card is for “{claim}” too',
	'issue.noCard': 'no scorecard “{card}”',
	'issue.noReading': 'no reading “{reading}”',
	'issue.scoring': 'this way of scoring does not fit “{measure}”, which is a {kind}',
	'issue.missing': 'missing',
	'issue.source': '{measure} is not counted from records of {dataset}',
	'issue.free': 'the target “{target}” gives every unit full marks',
	'issue.twice': '“{name}” stands twice',
	'issue.noTiers': 'a tiered line needs tiers, or bounds and a direction',
	'issue.edges': '{edges} edges for {bounds} bounds',
	'issue.deductions': '{deductions} deductions for {tiers} tiers'
};
