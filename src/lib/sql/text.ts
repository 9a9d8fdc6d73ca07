import { DERIVED } from './derived';

const texts = import.meta.glob<string>('./**/*.sql', { query: '?raw', import: 'default', eager: true });

/** The text of a relation, from the build. */
export function sqlText(name: string): string {
	const text = DERIVED[name] ?? texts[`./${name.replace('.', '/')}.sql`];
	if (text === undefined) throw new Error(`no relation ${name}`);
	return text;
}
