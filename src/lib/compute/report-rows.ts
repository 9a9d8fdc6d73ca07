import type { Engine, Row } from '../engine/engine';
import type { Vocabulary } from '../intake/vocabulary';
import { fillAsked } from './asked';
import type { SqlText } from './run';
import { loadShown, type Shown } from './shown';
import { loadThemes } from './themes';

/** The rows of queries about the months shown, of an engine that is computed. */
export async function reportRows(
	engine: Engine,
	text: SqlText,
	shown: Shown,
	vocabulary: Vocabulary,
	queries: string[]
): Promise<Row[][]> {
	await loadThemes(engine, vocabulary);
	await loadShown(engine, shown);
	const answers: Row[][] = [];
	for (const query of queries) {
		await fillAsked(engine, text, [query]);
		answers.push(await engine.rows(query));
	}
	return answers;
}
