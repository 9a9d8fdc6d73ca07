import { createHash } from 'node:crypto';
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openNodeEngine, readSql } from '../src/lib/engine/node';
import { readResult } from '../src/lib/engine/results';
import { compute, loadPolicies, prepare } from '../src/lib/engine/run';
import type { Row } from '../src/lib/engine/engine';
import type { Lang } from '../src/lib/i18n/text';
import { policyTables } from '../src/lib/policy/tables';
import { csvText, type CsvCell } from '../src/lib/sheets/csv';
import { BadArguments, filesBelow, loadFolder, readPolicies } from './headless';
import { intakeRows, rejectRows } from './intake-report';

const COLUMNS = {
	lines:
		'month,unit_kind,unit,scorecard,line,numerator,denominator,value,tier,deduction,beyond_floor,points,weight,status,clause',
	totals:
		'month,unit_kind,unit,kpi_points,self,leader,group,blended,merits,criticism,audit,total,status,missing',
	rankings: 'period,unit_kind,unit,total,rank,tied,ranked_units',
	awards: 'period,award,unit_kind,unit,rank,amount',
	followups: 'period,kind,unit_kind,unit,rank,due_days,calendar'
};

interface Options {
	in: string;
	out: string;
	month?: string;
	quarter?: string;
	policy?: string;
	unit: string;
	strict: boolean;
	lang: Lang;
}

function options(): Options {
	const parse = (): ReturnType<typeof parseArgs> =>
		parseArgs({
			options: {
				in: { type: 'string' },
				out: { type: 'string' },
				month: { type: 'string' },
				quarter: { type: 'string' },
				policy: { type: 'string' },
				unit: { type: 'string', default: 'branch' },
				lang: { type: 'string', default: 'zh' },
				strict: { type: 'boolean', default: false }
			}
		});
	let values: Record<string, unknown>;
	try {
		values = parse().values;
	} catch (error) {
		throw new BadArguments((error as Error).message);
	}
	const given = values as unknown as Options;
	if (!given.in || !given.out) throw new BadArguments('--in DIR and --out DIR are needed');
	if (given.month && !/^\d{4}-(0[1-9]|1[0-2])$/.test(given.month))
		throw new BadArguments(`--month "${given.month}" is not YYYY-MM`);
	if (given.quarter && !/^\d{4}Q[1-4]$/.test(given.quarter))
		throw new BadArguments(`--quarter "${given.quarter}" is not YYYYQn`);
	if (given.month && given.quarter) throw new BadArguments('--month and --quarter exclude each other');
	if (!['branch', 'person'].includes(given.unit))
		throw new BadArguments(`--unit "${given.unit}" is not branch or person`);
	if (!['zh', 'en'].includes(given.lang)) throw new BadArguments(`--lang "${given.lang}" is not zh or en`);
	return given;
}

const quarterOf = (month: string): string =>
	`${month.slice(0, 4)}Q${String(Math.ceil(Number(month.slice(5, 7)) / 3))}`;

/** Whether a row's month or period was asked for; a rolling period belongs to its last month's quarter. */
function wanted({ month, quarter }: Options, period: string): boolean {
	const isQuarter = period.includes('Q') || period.includes('~');
	const last = period.includes('~') ? period.split('~')[1]! : period;
	if (month) return period === month;
	if (quarter) return isQuarter && !period.includes('~') ? period === quarter : quarterOf(last) === quarter;
	return true;
}

async function main(): Promise<number> {
	const asked = options();
	const policies = readPolicies(asked.policy);
	const paths = filesBelow(asked.in, asked.out);
	const engine = await openNodeEngine();
	await prepare(engine, readSql);
	await loadPolicies(engine, policyTables(policies));
	const files = await loadFolder(engine, asked.in, paths);
	if (files.every((f) => f.unreadable)) throw new BadArguments(`--in ${asked.in}: no readable file`);
	await compute(engine, readSql);
	const [lawless] = await engine.rows(
		'select month from facts.month where month not in (select month from policy.rule) order by month limit 1'
	);
	if (lawless) throw new BadArguments(`no policy is in force in ${String(lawless['month'])}`);
	const repeats = await engine.rows('select * from checks.repeat');
	const rejects = rejectRows(files, repeats, asked.lang);
	const written: Record<string, string> = {
		'intake.csv': csvText(...intakeRows(files, repeats)),
		'rejects.csv': csvText(...rejects)
	};
	let incomplete = false;
	for (const name of Object.keys(COLUMNS) as (keyof typeof COLUMNS)[]) {
		const header = COLUMNS[name].split(',');
		const rows = (await readResult(engine, name)).filter(
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
		kaohe: '0.1.0',
		policies: policies.map((p) => ({ policy: p.policy, in_force_from: p.in_force_from })),
		unit: asked.unit,
		period: asked.month ?? asked.quarter ?? null,
		files: files.length,
		records: files.reduce((sum, f) => sum + (f.tally?.records ?? 0), 0),
		rejected: rejects[1].length,
		inputs: Object.fromEntries(files.map((f) => [f.path, f.sha256])),
		unreadable: Object.fromEntries(
			files.filter((f) => f.unreadable).map((f) => [f.path, f.unreadable!.message])
		),
		outputs: Object.fromEntries(Object.entries(written).map(([name, text]) => [name, sha256(text)]))
	};
	written['summary.json'] = JSON.stringify(summary, null, 2) + '\n';
	writeWhole(asked.out, written);
	for (const { path, mismatch } of files) if (mismatch) throw new Error(`${path}: ${mismatch}`);
	for (const { path, how } of files)
		for (const warning of how?.warnings.filter((w) => w.startsWith('unread_sheet:')) ?? [])
			console.error(`${path}: ${warning}`);
	for (const { path, unreadable } of files) if (unreadable) console.error(`${path}: ${unreadable.message}`);
	return asked.strict && (rejects[1].length > 0 || incomplete || files.some((f) => f.unreadable)) ? 3 : 0;
}

/** Writes all files beside their places, then moves them in. */
function writeWhole(folder: string, files: Record<string, string>): void {
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
