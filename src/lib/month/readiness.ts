import { outstanding } from '../intake/answers';
import type { GapRow, UnitRow } from '../sql/rows';
import { forPersons, lackingBeside } from '../intake/unread';
import { lintPolicy } from '../policy/lint';
import { chosenReadings } from '../policy/switches';
import type { Policy } from '../policy/schema';
import type { Calendar } from '../calendar/workdays';
import type { Appeal } from '../record/appeals';
import type { Posted } from '../record/ledger';
import { appraisalWindow } from './due';
import type { WorkFile } from '../record/file';
import { unitNames } from '../compute/names';
import { monthsOf, quarterOf } from '../calendar/period';
import type { Aside } from '../intake/reject';
import type { Warning } from '../intake/warning';
import type { Results } from '../sql/rows';
import { asideOfAll, type Unread } from './unread';
import { byUnit, rowsOf, unitRows } from '../compute/rows-of';

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
		| 'unread'
		| 'no_dataset'
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
	/** What was set aside, by the branch that it may belong to; null for any. */
	aside?: { branch: string | null; month?: string | null; records: number }[];
	/** Who isn't in the register of people. */
	names?: string[];
	/** What wasn't read, with the data set of the file. */
	unread?: { dataset: string | null; warning: Warning };
	/** The data set of which it may be stated that none came: nothing of it was set aside. */
	none?: string;
}

interface Given {
	month: string;
	results: Results;
	policy: Policy;
	calendar: Calendar;
	/** `reports.week` where a branch has no records of a data set: month, branch, dataset, week. */
	gaps: GapRow[];
	files: WorkFile[];
	/** What was handed over and isn't read. */
	unread: Unread[];
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
		...setAsideItems(given),
		...nothingRead(given),
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

type SetAsideGiven = Pick<Given, 'files' | 'unread' | 'results' | 'month' | 'policy' | 'unitKind'>;

/** What was set aside that may belong to the month: rejected records, and files, sheets and columns that weren't read. */
export const setAsideItems = (given: SetAsideGiven): ReadyItem[] => [
	...rejected(given),
	...unreadItems(given)
];

/** Rejected records of the files that have rows of the month, or may have. */
function rejected({ files: all, results, month }: SetAsideGiven): ReadyItem[] {
	return outstanding(all).flatMap((file, i) => {
		if (file.tally.rejected === 0) return [];
		const aside = asideIn(file, results, month);
		const here = aside.reduce((sum, { records }) => sum + records, 0);
		if (here === 0) return [];
		const strangers = file.rejects.filter((r) => r.code === 'unknown_person');
		const names = [...new Set(strangers.map((r) => r.value))];
		const answered = all[i]!.rejects.length - file.rejects.length;
		const others = file.tally.rejected - answered - strangers.length;
		const { path } = file;
		const id = (said: string | number): string => `${file.sha256.slice(0, 12)}/${String(said)}`;
		const found = [
			...(names.length > 0
				? [{ ...item('unknown_people', id(names.join()), 'import', { path, count: names.length }), names }]
				: []),
			...(others > 0 ? [item('rejects', id(others), 'import', { path, count: Math.min(others, here) })] : [])
		];
		// the records are the file's, however many items speak of them
		return found.map((ready, i) => (i === found.length - 1 ? { ...ready, aside } : ready));
	});
}

/** The rejected records of a file that may be of a month: those that say so, and those that say none where the file has other rows of it, or none of any. */
function asideIn(file: WorkFile, results: Results, month: string): Aside[] {
	const mayBe = hasRows([file], { results, month }) !== false;
	if (file.aside.length === 0) return mayBe ? [{ branch: null, month, records: file.tally.rejected }] : [];
	return file.aside.filter((a) => (a.month === null ? mayBe : a.month === month));
}

/** Files, sheets, tables and columns that weren't read though a figure may rest on them. */
function unreadItems(given: SetAsideGiven): ReadyItem[] {
	const { files: all, unread, policy, unitKind } = given;
	const here = all.filter((file) => hasRows([file], given) !== false);
	// what is let pass of a file isn't let pass of another at its place
	const own = here.flatMap(({ path, sha256, dataset, how, warnings }) =>
		[...how.warnings, ...warnings].map((warning) => ({ path, of: sha256.slice(0, 12), dataset, warning }))
	);
	const beside = lackingBeside(here, chosenReadings([policy])).map(({ table, warning }) => ({
		...table,
		of: table.sha256.slice(0, 12),
		warning
	}));
	// a sheet is of the months of the workbook's other sheets
	const others = unread.filter(({ path }) => {
		const book = all.filter((f) => path.startsWith(`${f.path.split('#')[0]!}#`));
		return hasRows(book, given) !== false;
	});
	return [...own, ...beside, ...others.map((u) => ({ ...u, of: u.path, dataset: u.dataset ?? null }))]
		.map((found) => (unitKind === 'person' ? { ...found, warning: forPersons(found.warning) } : found))
		.filter(({ warning }) => warning.severity === 'loss')
		.map(({ path, of, dataset, warning }) => ({
			...item('unread', `${of}/${warning.code}/${warning.column}`, 'import', { path }),
			aside: [{ branch: null, records: warning.records ?? 1 }],
			unread: { dataset, warning }
		}));
}

/** Whether files have rows of the month; null where they have none of any. */
function hasRows(files: WorkFile[], { results, month }: Pick<Given, 'results' | 'month'>): boolean | null {
	const numbers = new Set(files.map((f) => f.number));
	const months = results.origins.filter((o) => numbers.has(o.source_file)).map((o) => o.month);
	return months.length === 0 ? null : months.includes(month);
}

/** Data sets of which nothing was accepted in the whole chain: mended by an import, or, where nothing was set aside, by stating that none came. */
function nothingRead({ results, month, files: all, unread }: Given): ReadyItem[] {
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

function weeks({ month, gaps, results }: Given): ReadyItem[] {
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

function units({ month, results, unitKind }: Given): ReadyItem[] {
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
function quarter({ month, results, sealed }: Given): ReadyItem[] {
	if (Number(month.slice(5)) % 3 !== 0) return [];
	return monthsOf(quarterOf(month))
		.filter((m) => m !== month && !sealed.has(m) && results.rules.some((r) => r.month === m))
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
