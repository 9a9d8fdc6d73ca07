import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { lintPolicy } from '../src/lib/policy/lint';
import { findingText } from '../src/lib/policy/lint-text';
import { checkPolicy } from '../src/lib/policy/check';
import type { Policy } from '../src/lib/policy/schema';

/** What the user asked for can't be done: said in one line, exit 2. */
export class BadArguments extends Error {}

const policyFolder = join(fileURLToPath(new URL('.', import.meta.url)), '../data/policies');

/** The policy of a file, or all versions of data/policies; one that has errors is refused with the first of them. */
export function readPolicies(file?: string): Policy[] {
	const versions = (): string[] =>
		readdirSync(policyFolder)
			.filter((name) => name.endsWith('.json') && !name.endsWith('.schema.json'))
			.map((name) => join(policyFolder, name));
	return (file ? [file] : versions()).map((path) => {
		let value: unknown;
		try {
			value = JSON.parse(readFileSync(path, 'utf8'));
		} catch (error) {
			throw new BadArguments(`--policy ${path}: ${(error as Error).message}`);
		}
		const errors = lintPolicy(value).filter((f) => f.severity === 'error');
		const { policy } = checkPolicy(value);
		if (policy && errors.length === 0) return policy;
		const [first] = errors;
		const place = [first!.code, first!.scorecard, first!.line].filter((part) => part !== '').join(' ');
		throw new BadArguments(
			`--policy ${path}: ${place}: ${findingText('en', first!)} (${String(errors.length)} in all)`
		);
	});
}
