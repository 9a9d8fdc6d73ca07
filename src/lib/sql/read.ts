import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DERIVED } from './derived';

const sqlFolder = dirname(fileURLToPath(import.meta.url));

/** The text of a relation, from its file. */
export const readSql = (name: string): string =>
	DERIVED[name] ?? readFileSync(join(sqlFolder, `${name.replace('.', '/')}.sql`), 'utf8');
