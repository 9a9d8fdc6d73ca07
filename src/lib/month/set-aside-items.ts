import { outstanding } from '../intake/answers';
import { forPersons, lackingBeside } from '../intake/unread';
import { chosenReadings } from '../policy/switches';
import type { WorkFile } from '../record/file';
import type { Aside } from '../intake/reject';
import type { Results } from '../sql/rows';
import { type ReadyItem, type ReadyInput, item } from './ready-item';

type SetAsideGiven = Pick<ReadyInput, 'files' | 'unread' | 'results' | 'month' | 'policy' | 'unitKind'>;

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
export function hasRows(
	files: WorkFile[],
	{ results, month }: Pick<ReadyInput, 'results' | 'month'>
): boolean | null {
	const numbers = new Set(files.map((f) => f.number));
	const months = results.origins.filter((o) => numbers.has(o.source_file)).map((o) => o.month);
	return months.length === 0 ? null : months.includes(month);
}
