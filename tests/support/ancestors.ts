import { MACROS, PIPELINE } from '../../src/lib/sql/pipeline';
import { readSql } from '../../src/lib/sql/read';

const NAMED = new RegExp(
	`\\b(?:${[...new Set(PIPELINE.map((r) => r.name.split('.')[0]))].join('|')}|macro)\\.\\w+`,
	'g'
);

/** The relations that a text names. */
export const namedIn = (sql: string): string[] =>
	[...sql.matchAll(NAMED)].map(([name]) => (name.startsWith('macro.') ? MACROS : name));

/** The relations that some rest on, themselves too. */
export function restedOn(relations: string[]): Set<string> {
	const known = new Set<string>(PIPELINE.map((r) => r.name).concat(MACROS));
	const found = new Set<string>();
	const walk = (name: string): void => {
		if (found.has(name) || !known.has(name)) return;
		found.add(name);
		if (name !== MACROS) namedIn(readSql(name)).forEach(walk);
	};
	relations.forEach(walk);
	return found;
}
