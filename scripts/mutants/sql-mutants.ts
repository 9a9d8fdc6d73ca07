import { MACROS, PIPELINE } from '../../src/lib/sql/pipeline';
import { DERIVED } from '../../src/lib/sql/derived';
import { readSql } from '../../src/lib/sql/read';
import { changeOf, type Mutant } from './mutant';
import { editsOf } from './sql-operators';

/** A relation with one change in its text. */
export interface SqlMutant extends Mutant {
	relation: string;
	sql: string;
}

/** Every mutant of the relations that have a file with something to change: not of those whose rows come from outside. */
export const sqlMutants = (): SqlMutant[] =>
	[
		...PIPELINE.filter(({ kind, name }) => kind !== 'input' && !(name in DERIVED)).map((r) => r.name),
		MACROS
	].flatMap(mutantsOf);

function mutantsOf(relation: string): SqlMutant[] {
	const sql = readSql(relation);
	return editsOf(sql).map(({ operator, from, to, put }) => {
		const line = sql.slice(0, from + /^\s*/.exec(sql.slice(from, to))![0].length).split('\n').length;
		return {
			relation,
			file: `src/lib/sql/${relation.replace('.', '/')}.sql`,
			operator,
			line,
			text: sql.split('\n')[line - 1]!.trim(),
			change: changeOf(sql.slice(from, to), put),
			sql: sql.slice(0, from) + put + sql.slice(to)
		};
	});
}

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
