import type { Vocabulary } from '../intake/vocabulary';
import type { Engine } from '../engine/engine';
import { tableBatch } from '../engine/table-batch';

/** Tells the engine the words that opinions are sorted by. */
export async function loadThemes(engine: Engine, vocabulary: Vocabulary): Promise<void> {
	const { made } = engine;
	const rows = Object.entries(vocabulary['opinion_theme'] ?? {}).flatMap(([theme, words]) =>
		words.map((word) => [theme, word])
	);
	const said = JSON.stringify(rows);
	if (made.themes !== said) made.asked.clear();
	made.themes = said;
	await engine.exec('delete from staging.theme');
	const columns: [string, 'text'][] = [
		['theme', 'text'],
		['word', 'text']
	];
	if (rows.length > 0) await engine.append('staging.theme', tableBatch({ name: 'theme', columns, rows }));
}
