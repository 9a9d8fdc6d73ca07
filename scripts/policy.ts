import { readFileSync } from 'node:fs';
import type { Lang } from '../src/lib/i18n/text';
import { isSound, lintPolicy, standing } from '../src/lib/policy/lint';
import { findingText } from '../src/lib/policy/lint-text';
import { csvText } from '../src/lib/sheets/csv';

const HEADER = ['severity', 'code', 'scorecard', 'line', 'clause', 'message'];

/** Prints what the policy check finds in a file (cli.md); acknowledged warnings are left out. */
function main([verb, file, ...rest]: string[]): number {
	const lang: Lang = rest.includes('en') ? 'en' : 'zh';
	if (verb !== 'check' || !file) {
		console.error('npm run policy -- check FILE [--lang zh|en]');
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
