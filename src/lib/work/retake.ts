import type { Given, Mapping } from '../intake/header';
import { layoutSignature, type Layout } from '../intake/layout';
import type { SurveyReport } from '../intake/messages';
import type { Understanding } from '../intake/understanding';
import { t } from '../language/language.svelte';
import type { Intent } from '../month/intent';
import type { WorkFile } from '../record/file';
import { importEntry } from '../record/record';
import type { Dropped } from './files';
import { newFile, statedUnits, stored, type Candidate } from './files-of';
import { readAnew } from './follow';
import { importFiles } from './import';
import type { Layouts } from './inputs.svelte';
import type { Workspace } from './workspace.svelte';
import { enter } from './enter';

/** What the user says of one file alone: values for all its records, and the encoding. */
interface Own {
	given: Given;
	said: string | null;
}

/** Reads a waiting or an imported file by a corrected mapping, and remembers its columns and units for the layout; values for all records, and the encoding, are the file's own. */
export async function remap(
	work: Workspace,
	file: { path: string; how: Understanding },
	mapping: Mapping,
	own: Own,
	dropped?: Dropped
): Promise<void> {
	const { inputs, queue } = work;
	const layouts = new Map(inputs.layouts).set(layoutSignature(file.how.header), layoutOf(file.how, mapping));
	const intent: Intent = { kind: 'layouts', data: { layouts: [...layouts], path: file.path, ...own } };
	const known = dropped ? undefined : inputs.files.find((f) => f.path === file.path);
	work.error = null;
	await queue.run({
		decide: () => (known ? understood(work, { ...known, ...own }, layouts) : Promise.resolve(null)),
		write: async (again) => {
			if (known && again) await replace(work, known, again, intent);
			else await enter(work, () => intent);
			inputs.layouts = layouts;
		},
		derive: () => (known ? readAnew(work) : Promise.resolve())
	});
	const waiting = dropped ? [{ ...dropped, given: own.given, said: own.said ?? undefined }] : [];
	const others = takeAlike(work, file);
	if (waiting.length + others.length > 0) await importFiles(work, [...waiting, ...others]);
}

/** Reads another sheet of an imported workbook in place of the one that was read. */
export async function chooseSheet(work: Workspace, file: WorkFile, sheet: string): Promise<void> {
	const { path, sha256, sheet: before } = file;
	await work.queue.run({
		decide: () => understood(work, { ...file, sheet }, work.inputs.layouts),
		write: (again) => {
			const left = again.report.warnings.filter((w) => w.column === before);
			const added = [{ path: `${path}#${sheet}` }];
			const unread = left.map((warning) => ({ path: `${path}#${warning.column}`, warning }));
			return replace(work, file, again, { kind: 'sheet', data: { path, sha256, sheet, added, unread } });
		},
		derive: () => readAnew(work)
	});
}

/** What a corrected mapping says of all files of its header. */
function layoutOf(how: Understanding, { dataset, columns: places, units }: Mapping): Layout {
	const columns = Object.fromEntries(
		Object.entries(places).map(([column, at]) => [column, how.header[at]!.trim()])
	);
	return {
		dataset,
		columns,
		places,
		units: statedUnits(how, { dataset, columns: places, units } as Mapping)
	};
}

/** Those of the same header that wait, too, are understood by the same answer: they wait no more. */
function takeAlike({ inputs }: Workspace, { path, how }: { path: string; how: Understanding }): Dropped[] {
	const signature = layoutSignature(how.header);
	const alike = inputs.attention.flatMap((a) =>
		a.kind === 'unmapped' && a.path !== path && layoutSignature(a.table.how.header) === signature ? [a] : []
	);
	const settled = new Set([path, ...alike.map((a) => a.path)]);
	inputs.attention = inputs.attention.filter((a) => !(a.kind === 'unmapped' && settled.has(a.path)));
	return alike.map((a) => a.dropped);
}

/** An imported file as it is understood in another way. */
interface Again {
	report: SurveyReport;
	/** The table as it is kept. */
	cleaned: Candidate;
	/** What is kept of the file, where its bytes stay. */
	changed: WorkFile;
}

async function understood(
	{ reading, log, inputs }: Workspace,
	file: WorkFile,
	layouts: Layouts
): Promise<Again> {
	const blob = await log.bytes(file.sha256);
	const { path, sheet, given, said } = file;
	const dropped = { path, blob, sheet: sheet ?? undefined, given, said: said ?? undefined };
	const report = await reading.survey(dropped, layouts);
	const [table] = report.tables;
	if (!table?.how.mapping) throw new Error(t('import.notUnderstood', { path }));
	const came: Candidate = { dropped, sha256: file.sha256, kind: file.kind, sheets: file.sheets, table };
	const cleaned = await reading.cleaned(came, layouts, inputs.vocabulary);
	const { how, encoding } = table;
	const changed: WorkFile = {
		...file,
		...(table.sheet === null ? { encoding } : {}),
		how,
		dataset: how.mapping!.dataset
	};
	return { report, cleaned, changed };
}

/** Writes down that a file is understood in another way; one that turns out to hold what isn't kept (raters, columns of personal data) gives place to one without it. */
async function replace(
	work: Workspace,
	file: WorkFile,
	{ cleaned, changed }: Again,
	intent: Intent
): Promise<void> {
	const { inputs } = work;
	if (cleaned.sha256 === file.sha256) {
		await enter(work, () => intent, undefined, { added: [{ file: stored(changed) }] });
		return inputs.replace(changed);
	}
	const { blob } = cleaned.dropped;
	const { precedence, given, said } = changed;
	const original = file.original ?? cleaned.original;
	const clean = newFile({ ...cleaned, original }, inputs.nextNumber());
	const added = [{ file: stored({ ...clean, precedence, given, said }), blob }];
	const entry = importEntry(
		added.map((a) => a.file),
		[file]
	);
	await enter(work, () => entry, undefined, { added, removed: [file.sha256] });
	await enter(work, () => intent);
	inputs.replace({ ...clean, precedence, given, said }, file.sha256);
}
