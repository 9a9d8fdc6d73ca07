import { directoryOf, type Directory } from '../intake/directory';
import type { Engine } from '../engine/engine';

/** The branches and people loaded so far; null for a kind of which no file was given. */
export async function loadedDirectory(
	engine: Pick<Engine, 'rows'>,
	given: { branches: boolean; people: boolean }
): Promise<Directory> {
	const entries = async (relation: string, id: string): Promise<never> =>
		(await engine.rows(`select distinct ${id} as id, name, branch from staging.${relation}`)) as never;
	return directoryOf(
		given.branches ? await entries('branch', 'branch') : null,
		given.people ? await entries('person', 'person') : null
	);
}
