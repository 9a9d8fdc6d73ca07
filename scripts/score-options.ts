import { parseArgs } from 'node:util';
import { quarterOf } from '../src/lib/calendar/period';
import { DATASETS } from '../src/lib/intake/dataset';
import type { Lang } from '../src/lib/language/text';
import type { EngineOptions } from './engines';
import { BadArguments } from './read-policies';

/** What a run is asked for. */
export interface Options extends EngineOptions {
	in: string;
	out: string;
	month?: string;
	quarter?: string;
	policy?: string;
	forms?: string;
	workbook?: string;
	slides?: string;
	handover?: string;
	set: string[];
	none: string[];
	unit: string;
	strict: boolean;
	lang: Lang;
}

/** Reads the arguments; throws `BadArguments`. */
export function options(): Options {
	const parse = (): ReturnType<typeof parseArgs> =>
		parseArgs({
			options: {
				in: { type: 'string' },
				out: { type: 'string' },
				month: { type: 'string' },
				quarter: { type: 'string' },
				policy: { type: 'string' },
				set: { type: 'string', multiple: true, default: [] },
				none: { type: 'string', multiple: true, default: [] },
				unit: { type: 'string', default: 'branch' },
				lang: { type: 'string', default: 'zh' },
				engine: { type: 'string' },
				memory: { type: 'string' },
				temp: { type: 'string' },
				url: { type: 'string' },
				staged: { type: 'boolean', default: false },
				forms: { type: 'string' },
				workbook: { type: 'string' },
				slides: { type: 'string' },
				handover: { type: 'string' },
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
	if (given.staged ? given.in || !given.out : !given.in || !given.out)
		throw new BadArguments(
			given.staged
				? '--out DIR is needed, and no --in: the rows are staged'
				: '--in DIR and --out DIR are needed'
		);
	if (given.staged && given.none.length + given.set.length > 0)
		throw new BadArguments(
			'--none and --set are of files that are read: with --staged the cluster says both'
		);
	if (given.month && !/^\d{4}-(0[1-9]|1[0-2])$/.test(given.month))
		throw new BadArguments(`--month "${given.month}" is not YYYY-MM`);
	if (given.quarter && !/^\d{4}Q[1-4]$/.test(given.quarter))
		throw new BadArguments(`--quarter "${given.quarter}" is not YYYYQn`);
	if (given.month && given.quarter) throw new BadArguments('--month and --quarter exclude each other');
	if (!['branch', 'person'].includes(given.unit))
		throw new BadArguments(`--unit "${given.unit}" is not branch or person`);
	const unknown = given.none.find((name) => !DATASETS.some((d) => d.dataset === name));
	if (unknown !== undefined) throw new BadArguments(`--none "${unknown}" is no data set`);
	if (!['zh', 'en'].includes(given.lang)) throw new BadArguments(`--lang "${given.lang}" is not zh or en`);
	return given;
}

/** Whether a row's month or period was asked for; a rolling period belongs to its last month's quarter. */
export function wanted({ month, quarter }: Options, period: string): boolean {
	const isQuarter = period.includes('Q') || period.includes('~');
	const last = period.includes('~') ? period.split('~')[1]! : period;
	if (month) return period === month;
	if (quarter) return isQuarter && !period.includes('~') ? period === quarter : quarterOf(last) === quarter;
	return true;
}

export const USAGE = `npm run --silent score -- --in DIR --out DIR [options]
  --in DIR                  a folder of exports, searched deep
  --out DIR                 where the CSV files and summary.json go
  --month YYYY-MM           that month; --quarter YYYYQn: that quarter and its awards
  --unit branch|person      what is scored (branch)
  --policy FILE             a policy file in place of the versions in data/policies
  --set 'FILE:field=value'  a value for all records of a file, its encoding, a unit, a column
  --none DATASET            states that none of a data set came
  --lang zh|en              the language of messages (zh)
  --engine wasm|native|clickhouse
                            the browser's own DuckDB, a native one (from 300 MB on, where installed), or a ClickHouse
                            at --url http://user:password@host:8123, where --staged takes the rows that stand there
  --memory 6GB, --temp DIR  the most memory of the native engine, and where what is beyond it goes
  --forms FILE.html         the signed A4 forms of the period, ready to print
  --workbook FILE.xlsx      the period as a workbook that computes itself
  --slides FILE.pptx        the months as slides
  --handover DIR            a file for every branch, encrypted by a passphrase (age), and slips.csv with these
  --strict                  exit 3 where anything was rejected, lost or is incomplete`;
