/** The branches and people that other files may name; null where no such file was given, and any name will do. */
export interface Directory {
	branches: Map<string, string> | null;
	people: Map<string, string> | null;
	/** The branch that a person belongs to, where it was one alone. */
	homes: Map<string, string> | null;
}

interface Listed {
	id: string;
	name: string | null;
}

interface PersonEntry extends Listed {
	branch: string | null;
}

/** Look-ups from code or name to code; a name that two share is no name. */
export function directoryOf(branches: Listed[] | null, people: PersonEntry[] | null): Directory {
	return {
		branches: branches && lookup(branches),
		people: people && lookup(people),
		homes: people && homesOf(people)
	};
}

/** A look-up of nobody and nothing: any branch or person will do. */
export const OPEN_DIRECTORY: Directory = { branches: null, people: null, homes: null };

/** The branch of each person who was in one alone. */
function homesOf(people: PersonEntry[]): Map<string, string> {
	const homes = new Map<string, Set<string>>();
	for (const { id, branch } of people) if (branch) homes.set(id, (homes.get(id) ?? new Set()).add(branch));
	return new Map([...homes].flatMap(([id, all]) => (all.size === 1 ? [[id, [...all][0]!]] : [])));
}

function lookup(entries: Listed[]): Map<string, string> {
	const owners = new Map<string, Set<string>>();
	for (const { id, name } of entries) if (name) owners.set(name, (owners.get(name) ?? new Set()).add(id));
	const codes = new Map<string, string>();
	for (const [name, ids] of owners) if (ids.size === 1) codes.set(name, [...ids][0]!);
	for (const { id } of entries) codes.set(id, id);
	return codes;
}
