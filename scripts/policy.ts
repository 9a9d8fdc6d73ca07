import '../src/lib/language/both';
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { Lang } from '../src/lib/language/text';
import { isSound, lintPolicy, standing } from '../src/lib/policy/lint';
import { findingText } from '../src/lib/policy/lint-text';
import { csvText } from '../src/lib/sheets/csv';
import { help } from './args';

const HEADER = ['severity', 'code', 'scorecard', 'line', 'clause', 'message'];

/** Prints what the policy check finds in a file (cli.md); acknowledged warnings are left out. */
const USAGE = 'npm run --silent policy -- check FILE [--lang zh|en]';

function main(args: string[]): number {
	help(USAGE);
	let said: { positionals: string[]; values: { lang?: string } };
	try {
		said = parseArgs({ args, allowPositionals: true, options: { lang: { type: 'string' } } });
	} catch (error) {
		console.error(`${(error as Error).message}; ${USAGE}`);
		return 2;
	}
	const [verb, file, ...rest] = said.positionals;
	const lang = (said.values.lang ?? 'zh') as Lang;
	if (verb !== 'check' || !file || rest.length > 0 || !['zh', 'en'].includes(lang)) {
		console.error(['zh', 'en'].includes(lang) ? USAGE : `--lang "${lang}" is not zh or en`);
		return 2;
	}
	let value: unknown;
	try {
		value = JSON.parse(readFileSync(file, 'utf8').replace(/^\ufeff/, ''));
	} catch (error) {
		console.error(`${file}: ${(error as Error).message}`);
		return 2;
	}
	const found = lintPolicy(value, lang);
	const rows = standing(found).map((f) => [
		f.severity,
		f.code,
		f.scorecard,
		f.line,
		f.clause,
		findingText(lang, f)
	]);
	process.stdout.write(csvText(HEADER, rows).replace('\ufeff', ''));
	return isSound(found) ? 0 : 3;
}

process.exitCode = main(process.argv.slice(2));
