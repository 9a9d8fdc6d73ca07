/** A value as it stands in SQL. */
export const literal = (value: string): string => `'${value.replaceAll("'", "''")}'`;
