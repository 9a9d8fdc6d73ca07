import '../src/lib/language/both';
import { createHash } from 'node:crypto';
import { mkdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { quarterOf } from '../src/lib/calendar/period';
import { VERSIONS } from '../src/lib/record/versions';
import { readResult } from '../src/lib/compute/results';
import { loadPolicies } from '../src/lib/compute/inputs';
import type { Engine, Row } from '../src/lib/engine/engine';
import { loss } from '../src/lib/intake/warning';
import { help } from './args';
import type { Lang } from '../src/lib/language/text';
import { policyTables } from '../src/lib/policy/tables';
import { csvText, type CsvCell } from '../src/lib/sheets/csv';
import { lackingDatasets, loadFolder, type Loaded } from './headless';
import { filesBelow } from './sources';
import { BadArguments, readPolicies } from './read-policies';
import { intakeRows, rejectRows, warningRows } from './intake-report';
import { options, USAGE, wanted, type Options } from './score-options';
import { settingOf } from './settings';

const COLUMNS = {
	lines:
		'month,unit_kind,unit,scorecard,line,numerator,denominator,value,tier,deduction,beyond_floor,points,weight,status,clause',
	totals:
		'month,unit_kind,unit,kpi_points,self,leader,group,blended,merits,criticism,audit,total,status,missing',
	rankings: 'period,unit_kind,unit,total,rank,tied,ranked_units',
	awards: 'period,award,unit_kind,unit,rank,amount',
	followups: 'period,kind,unit_kind,unit,rank,due_days,calendar'
};

/** Runs the command; what only some runs need (engines, papers) is loaded once it is wanted. */
async function main(): Promise<number> {
	help(USAGE);
	const asked = options();
	const policies = readPolicies(asked.policy);
	const paths = asked.staged ? [] : filesBelow(asked.in, asked.out);
	const bytes = paths.reduce((sum, path) => sum + statSync(join(asked.in, path)).size, 0);
	const { openEngine } = await import('./engines');
	const { engine, compute } = await openEngine(asked, bytes);
	await loadPolicies(engine, policyTables(policies));
	const settings = asked.set.map((text) => {
		const setting = settingOf(text);
		if (!setting) throw new BadArguments(`--set "${text}" is not FILE:field=value`);
		return setting;
	});
	const loaded: Loaded = asked.staged
		? { files: [], warnings: [], inputs: {} }
		: await loadFolder(engine, asked.in, paths, {
				policies,
				settings,
				none: asked.none,
				month: asked.month ?? null,
				unit: asked.unit
			});
	const { files, warnings } = loaded;
	if (files.length === 0 && !asked.staged)
		throw new BadArguments(`--in ${asked.in}: no readable file${firstReason(loaded, asked.lang)}`);
	await compute();
	const [lawless] = await engine.rows(
		'select month from facts.month where month not in (select month from policy.rule) order by month limit 1'
	);
	if (lawless) throw new BadArguments(`no policy is in force in ${String(lawless['month'])}`);
	const repeats = await engine.rows('select * from checks.repeat');
	const rejects = rejectRows(files, repeats, asked.lang);
	warnings.push(...(await lackingDatasets(engine, (month) => wanted(asked, month))));
	const months = (await engine.rows('select month from facts.month')).map((row) => String(row['month']));
	const period = asked.month ?? asked.quarter;
	if (period !== undefined && !months.some((month) => month === period || quarterOf(month) === period))
		warnings.push({ file: '', dataset: null, warning: loss('no_period', period) });
	const written: Record<string, string> = {
		'intake.csv': csvText(...intakeRows(files, repeats)),
		'rejects.csv': csvText(...rejects),
		'warnings.csv': csvText(...warningRows(warnings, asked.lang)),
		'units.csv': csvText(UNITS, await unitRows(engine, asked))
	};
	let incomplete = false;
	for (const name of Object.keys(COLUMNS) as (keyof typeof COLUMNS)[]) {
		const header = COLUMNS[name].split(',');
		const all: Row[] = await readResult(engine, name);
		const rows = all.filter(
			(row) => row['unit_kind'] === asked.unit && wanted(asked, String(row['month'] ?? row['period']))
		);
		if (name === 'totals') incomplete = rows.some((row) => row['status'] === 'incomplete');
		written[`${name}.csv`] = csvText(
			header,
			rows.map((row: Row) => header.map((h): CsvCell => row[h] ?? null))
		);
	}
	const sha256 = (data: string | Uint8Array): string => createHash('sha256').update(data).digest('hex');
	const summary = {
		kaohe: VERSIONS['kaohe'],
		policies: policies.map((p) => ({ policy: p.policy, in_force_from: p.in_force_from })),
		unit: asked.unit,
		period: asked.month ?? asked.quarter ?? null,
		files: files.length,
		records: files.reduce((sum, f) => sum + f.outcome.tally.records, 0),
		rejected: rejects[1].length,
		warnings: warnings.length,
		inputs: loaded.inputs,
		outputs: Object.fromEntries(Object.entries(written).map(([name, text]) => [name, sha256(text)]))
	};
	written['summary.json'] = JSON.stringify(summary, null, 2) + '\n';
	writeWhole(asked.out, written);
	if (asked.forms !== undefined) {
		const isWanted = (period: string): boolean => wanted(asked, period);
		const kind = asked.unit === 'person' ? 'person' : 'branch';
		const { formsHtml } = await import('./forms');
		writeBeside(asked.forms, await formsHtml(engine, policies, { lang: asked.lang, kind, isWanted }));
	}
	if (asked.workbook !== undefined) {
		const { periodBook } = await import('./period-book');
		writeBeside(asked.workbook, await periodBook(engine, policies, asked));
	}
	if (asked.slides !== undefined) {
		const { periodSlides } = await import('./period-slides');
		writeBeside(asked.slides, await periodSlides(engine, policies, asked));
	}
	if (asked.handover !== undefined) {
		const { handoverFiles } = await import('./handover');
		const pathOf = (number: number): string => files.find((f) => f.number === number)?.path ?? '';
		writeWhole(asked.handover, await handoverFiles(engine, policies, asked, pathOf));
	}
	for (const { path, outcome } of files)
		if (outcome.mismatch) throw new Error(`${path}: ${outcome.mismatch}`);
	const lost = warnings.filter(({ warning }) => warning.severity === 'loss');
	for (const [file, , , , , text] of warningRows(lost, asked.lang)[1])
		console.error(`${String(file) || asked.in}: ${String(text)}`);
	for (const { path, rejects: own } of files)
		if (own.length > 0) console.error(`${path}: ${String(own.length)} rejected`);
	return asked.strict && (rejects[1].length > 0 || incomplete || lost.length > 0) ? 3 : 0;
}

const UNITS = ['unit_kind', 'unit', 'name', 'branch'];

/** The units of the months asked for, each as it was last called. */
async function unitRows(engine: Engine, asked: Options): Promise<CsvCell[][]> {
	const rows = await engine.rows(
		`select month, unit_kind, unit, name, branch from rows.unit where unit_kind = '${asked.unit}' order by month, unit`
	);
	const last = new Map<string, Row>();
	for (const row of rows) {
		const month = String(row['month']);
		if (wanted(asked, month) || quarterOf(month) === asked.quarter) last.set(String(row['unit']), row);
	}
	return [...last.entries()]
		.sort(([a], [b]) => (a < b ? -1 : 1))
		.map(([, row]) => UNITS.map((column): CsvCell => row[column] ?? null));
}

/** Why the first file of a folder without any readable one isn't read. */
function firstReason({ warnings }: Loaded, lang: Lang): string {
	const [first] = warningRows(warnings, lang)[1];
	return first ? ` (${String(first[0])}: ${String(first[5])})` : '';
}

/** Writes a file whole or not at all. */
const writeBeside = (file: string, text: string | Uint8Array): void =>
	writeWhole(dirname(file), { [basename(file)]: text });

/** Writes all files beside their places, then moves them in. */
function writeWhole(folder: string, files: Record<string, string | Uint8Array>): void {
	try {
		mkdirSync(folder, { recursive: true });
	} catch (error) {
		throw new BadArguments(`--out ${folder}: ${(error as Error).message}`);
	}
	const partial = (name: string): string => join(folder, `.${name}.${String(process.pid)}.part`);
	try {
		for (const [name, text] of Object.entries(files)) writeFileSync(partial(name), text);
		for (const name of Object.keys(files)) {
			renameSync(partial(name), join(folder, name));
			console.log(join(folder, name));
		}
	} finally {
		for (const name of Object.keys(files)) rmSync(partial(name), { force: true });
	}
}

main().then(
	(code) => process.exit(code),
	(error: unknown) => {
		const bad = error instanceof BadArguments;
		console.error(bad ? error.message : (error as Error).stack);
		process.exit(bad ? 2 : 1);
	}
);
