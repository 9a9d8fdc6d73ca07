import type { UnitRow } from '../sql/rows';
import { lintPolicy } from '../policy/lint';
import { appraisalWindow } from './due';
import { unitNames } from '../compute/names';
import { monthsOf, quarterOf } from '../calendar/period';
import type { Results } from '../sql/rows';
import { asideOfAll } from './unread';
import { byUnit, rowsOf, unitRows } from '../compute/rows-of';
import { type ReadyItem, type ReadyInput, item } from './ready-item';
import { setAsideItems } from './set-aside-items';

/** Everything that is missing or odd in a month, in the order in which it is mended. */
export function readiness(given: ReadyInput): ReadyItem[] {
	return [
		...rules(given),
		...setAsideItems(given),
		...nothingRead(given),
		...weeks(given),
		...units(given),
		...quarter(given),
		...entries(given)
	];
}

function rules({ month, policy, calendar }: ReadyInput): ReadyItem[] {
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

/** Data sets of which nothing was accepted in the whole chain: mended by an import, or, where nothing was set aside, by stating that none came. */
function nothingRead({ results, month, files: all, unread }: ReadyInput): ReadyItem[] {
	const aside = asideOfAll(all, unread);
	const came = new Set(aside.flatMap((a) => (a.month === null || a.month === month ? [a.dataset] : [])));
	return results.unread
		.filter((row) => row.month === month && row.branch === null)
		.map((row) => {
			const dataset = row.dataset;
			const ready = item('no_dataset', dataset, 'import', { dataset, month }, false);
			return came.has(dataset) ? ready : { ...ready, none: dataset };
		});
}

function weeks({ month, gaps, results }: ReadyInput): ReadyItem[] {
	const withAttendance = new Set(
		results.coverage
			.filter((r) => r.dataset === 'attendance' && r.month === month)
			.map((r) => String(r.branch))
	);
	const branches = byUnit(results.units, month, 'branch');
	return [
		...[...branches.values()]
			.flat()
			.filter((u) => !withAttendance.has(u.unit))
			.map((u) => item('no_attendance', u.unit, 'import', { branch: nameOf(results, u) })),
		...gaps.map((gap) => {
			const branch = gap.branch;
			const row = branches.get(branch)?.[0];
			const fill = {
				branch: row ? nameOf(results, row) : branch,
				week: gap.week,
				dataset: gap.dataset
			};
			const key = `${branch}/${fill.dataset}/${fill.week}`;
			return gap.dataset === 'spot_checks'
				? item('few_checks', key, 'import', fill)
				: item('no_rows', key, 'import', fill);
		})
	];
}

const nameOf = (results: Results, unit: UnitRow): string =>
	unitNames(results).get(`${unit.unit_kind}/${unit.unit}`) ?? unit.unit;

function units({ month, results, unitKind }: ReadyInput): ReadyItem[] {
	return rowsOf(results.totals, month, unitKind).flatMap((t) => {
		const [unit] = unitRows(results.units, month, unitKind, t.unit);
		const name = unit ? nameOf(results, unit) : t.unit;
		const missing = t.missing.split(';').filter(Boolean);
		const roles = missing.filter((m) => ['self', 'leader', 'group'].includes(m));
		return [
			...roles.map((role) => item('no_rating', `${t.unit}/${role}`, 'ratings', { unit: name, role })),
			...(t.status === 'incomplete' ? [item('incomplete', t.unit, 'card', { unit: name, code: t.unit })] : [])
		];
	});
}

/** A month that closes its quarter fixes the quarter's prizes: the months before it are sealed first. */
function quarter({ month, results, sealed }: ReadyInput): ReadyItem[] {
	if (Number(month.slice(5)) % 3 !== 0) return [];
	return monthsOf(quarterOf(month))
		.filter((m) => m !== month && !sealed.has(m) && results.rules.some((r) => r.month === m))
		.map((m) => item('open_month', m, 'close', { month: m }));
}

function entries({ month, ledger, appeals }: ReadyInput): ReadyItem[] {
	return [
		...ledger
			.filter((p) => p.entry.month === month && p.waits)
			.map((p) => item('unconfirmed', String(p.seq), 'ledger', { seq: p.seq, by: p.by.name }, false)),
		...appeals
			.filter((a) => !a.ruling)
			.map((a) => item('open_appeal', String(a.seq), 'appeals', { unit: a.unit, by: a.event.by.name }, false))
	];
}
