import { randomUUID } from 'node:crypto';
import { branchesOf } from '../src/lib/compute/names';
import { readResults } from '../src/lib/compute/results';
import type { Engine, Row } from '../src/lib/engine/engine';
import { policyInForce } from '../src/lib/policy/in-force';
import { hiddenFrom } from '../src/lib/policy/masks';
import type { Policy } from '../src/lib/policy/schema';
import { locked } from '../src/lib/record/locked';
import { newPassphrase } from '../src/lib/record/passphrase';
import { signingKey } from '../src/lib/record/signature';
import { reportRows } from '../src/lib/compute/report-rows';
import { BUILT_IN } from '../src/lib/intake/vocabulary';
import { handedReportQueries, handedReports } from '../src/lib/reports/handed-reports';
import { againstOf, shownOf } from '../src/lib/reports/part-view';
import { readSql } from '../src/lib/sql/read';
import { handedQueries, handedRows } from '../src/lib/reports/handed-rows';
import { csvText } from '../src/lib/sheets/csv';
import { handoverName } from '../src/lib/views/handover/file-name';
import { contentOf } from '../src/lib/views/handover/content';
import { BadArguments, readPolicies } from './read-policies';
import { wanted, type Options } from './score-options';

/** A file for every branch of the months that were asked for, and their passphrases; signed by a key of this run, which takes no replies. */
export async function handoverFiles(
	engine: Engine,
	policies: Policy[],
	asked: Options,
	pathOf: (file: number) => string
): Promise<Record<string, string | Uint8Array>> {
	const results = await readResults(engine);
	const months = results.rules.map(({ month }) => month).filter((month) => wanted(asked, month));
	const branches = branchesOf(results).filter(({ code }) =>
		results.units.some((u) => u.unit_kind === 'branch' && u.unit === code && months.includes(u.month))
	);
	if (branches.length === 0) throw new BadArguments('--handover: no branch was scored in that period');
	const masks = policyInForce(months.at(-1)!, policies).masks ?? readPolicies().find((p) => p.masks)!.masks!;
	const hidden = hiddenFrom(masks, 'branch_manager', 'staff');
	const office = await signingKey();
	const files: Record<string, string | Uint8Array> = {};
	const slips: [string, string][] = [];
	for (const { code } of branches) {
		const queries = handedQueries(code, months);
		const answers: Row[][] = [];
		for (const { query } of queries) answers.push(await engine.rows(query));
		const last = months.at(-1)!;
		const shown = shownOf(last, againstOf(last, null), code);
		const tables = await reportRows(engine, readSql, shown, BUILT_IN, handedReportQueries());
		const passphrase = newPassphrase();
		const name = handoverName(code, Object.keys(files));
		const content = contentOf({
			...{ results, months, branch: code },
			events: [],
			policyIn: (month) => policyInForce(month, policies),
			appealsUntil: () => null,
			sealOf: () => null,
			rows: handedRows(queries, answers, pathOf, hidden),
			reports: handedReports(tables, hidden),
			ahead: [],
			id: randomUUID(),
			made_at: new Date().toISOString(),
			by: null,
			reply: null
		});
		files[name] = await locked(content, office, { passphrase });
		slips.push([code, passphrase]);
	}
	files['slips.csv'] = csvText(['branch', 'passphrase'], slips);
	return files;
}
