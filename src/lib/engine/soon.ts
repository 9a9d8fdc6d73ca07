import type { Engine } from './engine';

/** What an engine can be told and asked while it is still starting. */
export type Door = Pick<Engine, 'exec' | 'rows' | 'append' | 'pack'>;

/** An engine that is on its way: what it is told waits for it, in order, and fails as its start does. */
export const soon = (engine: Promise<Door>): Door => ({
	exec: async (sql, signal) => (await engine).exec(sql, signal),
	rows: async (sql) => (await engine).rows(sql),
	append: async (relation, batch) => (await engine).append(relation, batch),
	pack: async () => (await engine).pack()
});
