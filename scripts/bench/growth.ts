import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { callbacksFile, chainFiles } from './files';
import { native } from './native';
import { imported, importedInTurn } from './page';
import { DATE, MACHINE, type Grown } from './table';

const ROWS = [50_000, 200_000, 1_000_000, 5_000_000];
const MONTHS = 36;
const MONTH_ROWS = 50_000;
const BRANCHES = [50, 200, 500];

const folderFor = (): string => mkdtempSync(join(tmpdir(), 'kaohe-bench-'));

/** How import and scoring grow with rows, with months that come one after the other, and with branches. */
export async function growth(): Promise<Grown> {
	const folder = folderFor();
	const found: Grown = { machine: MACHINE, date: DATE, rows: {}, months_s: [], branches: {} };
	try {
		for (const rows of ROWS) {
			const file = await callbacksFile(join(folder, `callbacks-${String(rows)}.csv`), rows);
			const { seconds, peak_mb } = await imported([file]);
			found.rows[String(rows)] = { kaohe_s: seconds, native2_s: await native(file, 2), peak_mb };
			rmSync(file);
		}
		const months: string[] = [];
		for (let m = 1; m <= MONTHS; m++)
			months.push(
				await callbacksFile(join(folder, `month-${String(m).padStart(2, '0')}.csv`), MONTH_ROWS, m, 1)
			);
		found.months_s = await importedInTurn(months);
		for (const branches of BRANCHES) {
			const chain = folderFor();
			found.branches[String(branches)] = (await imported(chainFiles(chain, branches, 3))).seconds;
			rmSync(chain, { recursive: true });
		}
	} finally {
		rmSync(folder, { recursive: true });
	}
	return found;
}
