import type { Engine } from '../engine/engine';
import { PIPELINE } from '../sql/pipeline';
import { packIfDue, plan, planOf, type SqlText } from './run';

const READ = /\b(?:from|join)\s+(\w+\.\w+)/g;
const kinds = new Map(PIPELINE.map(({ name, kind }) => [name, kind]));

/** The relations that a query reads which are computed when a report asks for them, in the order in which they can be. */
export function askedBy(text: SqlText, query: string): string[] {
	const found = new Set<string>();
	const look = (sql: string): void => {
		for (const [, name] of sql.matchAll(READ)) {
			const kind = kinds.get(name!);
			if (found.has(name!) || (kind !== 'view' && kind !== 'asked')) continue;
			look(text(name!));
			found.add(name!);
		}
	};
	look(query);
	return [...found].filter((name) => kinds.get(name) === 'asked');
}

/** Computes what queries of reports read, where it isn't of the months that are shown and the scores that stand; what the signal breaks off is computed when it is asked for again. */
export async function fillAsked(
	engine: Engine,
	text: SqlText,
	queries: string[],
	signal?: AbortSignal
): Promise<void> {
	const { asked } = engine.made;
	for (const name of askedBy(text, queries.join(';\n'))) {
		if (asked.has(name)) continue;
		await plan(engine, text, name);
		await engine.exec(`delete from ${name}`);
		await engine.exec(`execute ${planOf(name)}`, signal);
		asked.add(name);
		engine.made.refills++;
	}
	await packIfDue(engine);
}
