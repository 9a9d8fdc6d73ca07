/** The branches and people that other files may name; null where no such file was given, and any name will do. */
export interface Directory {
	branches: Map<string, string> | null;
	people: Map<string, string> | null;
}

interface Entry {
	id: string;
	name: string | null;
}

/** Look-ups from code or name to code; a name that two share is no name. */
export function directoryOf(branches: Entry[] | null, people: Entry[] | null): Directory {
	return { branches: branches && lookup(branches), people: people && lookup(people) };
}

function lookup(entries: Entry[]): Map<string, string> {
	const owners = new Map<string, Set<string>>();
	for (const { id, name } of entries) if (name) owners.set(name, (owners.get(name) ?? new Set()).add(id));
	const codes = new Map<string, string>();
	for (const [name, ids] of owners) if (ids.size === 1) codes.set(name, [...ids][0]!);
	for (const { id } of entries) codes.set(id, id);
	return codes;
}
