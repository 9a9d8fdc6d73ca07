/** A value as it stands in SQL. */
export const literal = (value: string): string => `'${value.replaceAll("'", "''")}'`;

/** The statement that puts rows of texts into a relation; none where there are none. */
export const inserted = (relation: string, rows: string[][]): string[] =>
	rows.length === 0
		? []
		: [`insert into ${relation} values ${rows.map((row) => `(${row.map(literal).join(', ')})`).join(', ')}`];
