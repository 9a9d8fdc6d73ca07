import type { SurveyReport } from '../intake/messages';
import { isSystemFile, systemWarning, unreadWarning } from '../intake/unread';
import { loss } from '../intake/warning';
import type { Unread } from '../month/unread';
import type { Attention, Dropped } from './files';
import { candidatesOf, type Candidate } from './files-of';
import type { Workspace } from './workspace.svelte';

/** What files that are handed over hold: tables that can be taken, what waits for the user, and what isn't read. */
export interface Handed {
	candidates: Candidate[];
	attention: Attention[];
	unread: Unread[];
	/** The paths of what was handed over as a whole: what was unread of it before isn't any more. */
	whole: string[];
}

/** Looks at everything that was handed over. */
export async function surveyed(work: Workspace, dropped: Dropped[]): Promise<Handed> {
	const { reading, inputs } = work;
	const found: Handed = { candidates: [], attention: [], unread: [], whole: [] };
	const handed = await opened(work, dropped, found);
	for (const [at, item] of handed.entries()) {
		const place = { at, total: handed.length, cancellable: false };
		const report = await reading.survey(item, inputs.layouts, place);
		if (item.sheet === undefined) await noteSheets(work, item, report, found);
		for (const came of judge(work, item, report, found))
			found.candidates.push(await reading.cleaned(came, inputs.layouts, inputs.vocabulary));
	}
	reading.progress = null;
	const whole = [...dropped, ...handed].filter((item) => item.sheet === undefined).map(({ path }) => path);
	return { ...found, whole: [...new Set(whole)] };
}

/** The files of a drop with archives opened; what a system left there is noted. */
async function opened({ reading }: Workspace, dropped: Dropped[], found: Handed): Promise<Dropped[]> {
	const handed: Dropped[] = [];
	for (const item of dropped) {
		const members = item.sheet === undefined ? await reading.unpack(item) : null;
		for (const file of members ?? [item])
			if (isSystemFile(file.path)) found.unread.push({ path: file.path, warning: systemWarning() });
			else handed.push(file);
	}
	return handed;
}

/** Notes the sheets of a workbook that aren't read; one that looks like records waits for the user. */
async function noteSheets(
	{ reading, inputs }: Workspace,
	dropped: Dropped,
	{ warnings, sheets }: SurveyReport,
	{ attention, unread }: Handed
): Promise<void> {
	for (const warning of warnings) {
		const path = `${dropped.path}#${warning.column}`;
		unread.push({ path, warning });
		if (warning.code !== 'unread_sheet' || warning.severity !== 'loss') continue;
		const item: Dropped = { ...dropped, sheet: warning.column };
		const { tables } = await reading.survey(item, inputs.layouts);
		if (tables[0]) attention.push({ kind: 'unmapped', path, dropped: item, table: tables[0], sheets });
	}
}

/** The tables of a surveyed file that can be taken; what waits for the user or isn't read is noted. */
function judge(
	work: Workspace,
	dropped: Dropped,
	report: SurveyReport,
	{ candidates, attention, unread }: Handed
): Candidate[] {
	const { path } = dropped;
	if (report.unreadable) {
		unread.push({ path, warning: unreadWarning(path, report.unreadable) });
		return [];
	}
	const found: Candidate[] = [];
	for (const came of candidatesOf(dropped, report)) {
		const { how, sheet } = came.table;
		const at = came.dropped.path;
		if (isThere(work, came, candidates)) attention.push({ kind: 'same', path: at });
		else if (how.mapping && how.asks.length === 0) found.push(came);
		else {
			const item: Dropped = { ...dropped, ...(sheet !== null && { sheet }) };
			const { table } = came;
			attention.push({ kind: 'unmapped', path: at, dropped: item, table, sheets: report.sheets });
			const warning = how.warnings.find((w) => w.severity === 'loss') ?? loss('unknown_dataset', '');
			const dataset = how.mapping?.dataset;
			unread.push({ path: at, warning, ...(dataset !== undefined && { dataset }) });
		}
	}
	return found;
}

/** Whether a table is among the files already, as it came or as it is kept. */
function isThere({ inputs }: Workspace, { sha256, original, table }: Candidate, taken: Candidate[]): boolean {
	const same = (f: { sha256: string; original?: string; sheet: string | null }): boolean =>
		f.sha256 === sha256 ||
		f.original === sha256 ||
		(original !== undefined && f.original === original && f.sheet === table.sheet);
	return inputs.files.some(same) || taken.some((t) => same({ ...t, sheet: t.table.sheet }));
}
