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
