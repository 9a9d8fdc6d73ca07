import { readResults } from '../src/lib/compute/results';
import type { Engine } from '../src/lib/engine/engine';
import type { Policy } from '../src/lib/policy/schema';
import { policyInForce } from '../src/lib/policy/in-force';
import { workbook } from '../src/lib/sheets/workbook';
import { bookSheets, wholeOf } from '../src/lib/views/book/book';
import { draftStamp } from './forms';
import { BadArguments } from './read-policies';
import { wanted, type Options } from './score-options';

/** The periods that were asked for as a workbook that computes itself. */
export async function periodBook(engine: Engine, policies: Policy[], asked: Options): Promise<Uint8Array> {
	const { lang, unit } = asked;
	const results = await readResults(engine);
	const months = results.rules.map(({ month }) => month);
	const policyIn = (month: string): Policy => policyInForce(month, policies);
	const periods = [...months, ...wholeOf(results, months)].filter((period) => wanted(asked, period));
	const sheets = bookSheets({
		...{ lang, results, policyIn, periods, unit: null },
		kind: unit === 'person' ? 'person' : 'branch',
		stamp: draftStamp(
			lang,
			months.filter((month) => wanted(asked, month)),
			policyIn
		)
	});
	if (sheets.length === 0) throw new BadArguments('--workbook: nothing was scored in that period');
	return workbook(sheets);
}
