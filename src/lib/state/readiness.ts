import type { Row } from '../engine/engine';
import { lintPolicy } from '../policy/lint';
import type { Policy } from '../policy/schema';
import type { Calendar } from '../calendar/workdays';
import type { Appeal } from '../record/appeals';
import type { Posted } from '../record/ledger';
import { appraisalWindow } from './due';
import type { WorkFile } from './files';
import { monthsOf, quarterOf } from './period';
import type { Results } from './results';

/** Something that is missing or odd before a month is scored or sealed. */
export interface ReadyItem {
	/** Names the item in the log when it is waived. */
	id: string;
	kind:
		| 'no_rows'
		| 'few_checks'
		| 'no_attendance'
		| 'no_rating'
		| 'incomplete'
		| 'rejects'
		| 'unknown_people'
		| 'policy_error'
		| 'no_calendar'
		| 'open_month'
		| 'unconfirmed'
		| 'open_appeal';
	/** What the sentence names. */
	fill: Record<string, string | number>;
	/** Where it is mended. */
	mend: 'import' | 'policy' | 'ledger' | 'appeals' | 'calendar' | 'card' | 'ratings' | 'close';
	/** False where it can't be waived. */
	waivable: boolean;
}

interface Given {
	month: string;
	results: Results;
	policy: Policy;
	calendar: Calendar;
	/** `reports.week` where a branch has no records of a data set: month, branch, dataset, week. */
	gaps: Row[];
	files: WorkFile[];
	ledger: Posted[];
	appeals: Appeal[];
	/** Months that are sealed. */
	sealed: ReadonlySet<string>;
	/** The unit that the policy ranks. */
	unitKind: string;
}

/** Everything that is missing or odd in a month, in the order in which it is mended. */
export function readiness(given: Given): ReadyItem[] {
	return [
		...rules(given),
		...files(given),
		...weeks(given),
		...units(given),
		...quarter(given),
		...entries(given)
	];
}

const item = (
	kind: ReadyItem['kind'],
	key: string,
	mend: ReadyItem['mend'],
	fill: ReadyItem['fill'] = {},
	waivable = true
): ReadyItem => ({ id: `${kind}/${key}`, kind, fill, mend, waivable });

function rules({ month, policy, calendar }: Given): ReadyItem[] {
	const errors = lintPolicy(policy).filter((f) => f.severity === 'error' && f.acknowledged === null);
	const year = appraisalWindow(month, policy, calendar)[0].slice(0, 4);
	return [
		...(errors.length > 0
			? [
					item(
						'policy_error',
						policy.policy,
						'policy',
						{ policy: policy.policy, count: errors.length },
						false
					)
				]
			: []),
		...[...new Set([month.slice(0, 4), year])]
			.filter((y) => !calendar.knowsYear(y))
			.map((y) => item('no_calendar', y, 'calendar', { year: y }))
	];
}

/** Rejected records of the files that have rows of the month, and of those that have rows of none. */
function files({ files: all, results, month }: Given): ReadyItem[] {
	const monthsIn = (file: WorkFile): unknown[] =>
		results.origins.filter((o) => o['source_file'] === file.number).map((o) => o['month']);
	return all.flatMap((file) => {
		const months = monthsIn(file);
		if (file.tally.rejected === 0 || (months.length > 0 && !months.includes(month))) return [];
		const strangers = file.rejects.filter((r) => r.code === 'unknown_person');
		const names = [...new Set(strangers.map((r) => r.value))];
		const others = file.tally.rejected - strangers.length;
		return [
			...(names.length > 0
				? [
						item('unknown_people', `${file.sha256.slice(0, 12)}/${names.join()}`, 'import', {
							path: file.path,
							names: names.slice(0, 5).join('、'),
							count: names.length
						})
					]
				: []),
			...(others > 0
				? [
						item('rejects', `${file.sha256.slice(0, 12)}/${String(others)}`, 'import', {
							path: file.path,
							count: others
						})
					]
				: [])
		];
	});
}

function weeks({ month, gaps, results }: Given): ReadyItem[] {
	const withAttendance = new Set(
		results.coverage
			.filter((r) => r['dataset'] === 'attendance' && r['month'] === month)
			.map((r) => String(r['branch']))
	);
	const branches = results.units.filter((u) => u['month'] === month && u['unit_kind'] === 'branch');
	return [
		...branches
			.filter((u) => !withAttendance.has(String(u['unit'])))
			.map((u) => item('no_attendance', String(u['unit']), 'import', { branch: nameOf(u) })),
		...gaps.map((gap) => {
			const branch = String(gap['branch']);
			const row = branches.find((u) => u['unit'] === branch);
			const fill = {
				branch: row ? nameOf(row) : branch,
				week: String(gap['week']),
				dataset: String(gap['dataset'])
			};
			const key = `${branch}/${fill.dataset}/${fill.week}`;
			return gap['dataset'] === 'spot_checks'
				? item('few_checks', key, 'import', fill)
				: item('no_rows', key, 'import', fill);
		})
	];
}

const nameOf = (unit: Row): string => String(unit['name'] ?? unit['unit']);

function units({ month, results, unitKind }: Given): ReadyItem[] {
	const totals = results.totals.filter((t) => t['month'] === month && t['unit_kind'] === unitKind);
	return totals.flatMap((t) => {
		const unit = results.units.find(
			(u) => u['month'] === month && u['unit_kind'] === unitKind && u['unit'] === t['unit']
		);
		const name = unit ? nameOf(unit) : String(t['unit']);
		const missing = String(t['missing'] ?? '')
			.split(';')
			.filter(Boolean);
		const roles = missing.filter((m) => ['self', 'leader', 'group'].includes(m));
		return [
			...roles.map((role) =>
				item('no_rating', `${String(t['unit'])}/${role}`, 'ratings', { unit: name, role })
			),
			...(t['status'] === 'incomplete'
				? [item('incomplete', String(t['unit']), 'card', { unit: name, code: String(t['unit']) })]
				: [])
		];
	});
}

/** A month that closes its quarter fixes the quarter's prizes: the months before it are sealed first. */
function quarter({ month, results, sealed }: Given): ReadyItem[] {
	if (Number(month.slice(5)) % 3 !== 0) return [];
	return monthsOf(quarterOf(month))
		.filter((m) => m !== month && !sealed.has(m) && results.rules.some((r) => r['month'] === m))
		.map((m) => item('open_month', m, 'close', { month: m }));
}

function entries({ month, ledger, appeals }: Given): ReadyItem[] {
	return [
		...ledger
			.filter((p) => p.entry.month === month && p.waits)
			.map((p) => item('unconfirmed', String(p.seq), 'ledger', { seq: p.seq, by: p.by.name }, false)),
		...appeals
			.filter((a) => !a.ruling)
			.map((a) => item('open_appeal', String(a.seq), 'appeals', { unit: a.unit, by: a.event.by.name }, false))
	];
}
