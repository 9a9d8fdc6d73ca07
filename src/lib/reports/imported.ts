import { literal } from '../sql/literal';

/** Conditions on columns of a record; null asks for a missing value. */
type Where = Record<string, string | null>;

/** What is asked of the imported files: a fact, columns of it as text, and what its rows hold. */
export interface ImportedAsk {
	fact: 'rating' | 'merit' | 'audit' | 'figure';
	columns: string[];
	where: Where;
}

/** The rows that imported files hold beside what a form enters; what was entered by hand is none of them. */
export function importedQuery({ fact, columns, where }: ImportedAsk, numbers: number[]): string {
	const conditions = Object.entries(where).map(([column, value]) =>
		value === null ? `${column} is null` : `${column} = ${literal(value)}`
	);
	return `select ${columns.map((c) => `${c}::varchar as ${c}`).join(', ')} from facts.${fact}
		where ${[`source_file in (${numbers.join(', ')})`, ...conditions].join(' and ')} order by all`;
}
