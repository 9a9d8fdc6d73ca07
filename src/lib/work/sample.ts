import { asset } from '$app/paths';
import type { Policy } from '../policy/schema';
import type { Note } from '../record/kinds/notes';
import type { Dropped } from './files';

/** The sample: its files, and what is pinned to its months. */
export interface Sample {
	files: Dropped[];
	notes: Note[];
}

interface Listed {
	name: string;
	file: string;
}

interface List {
	files: Listed[];
	notes: Note[];
	october: {
		month: string;
		files: Listed[];
		title: Policy['title'];
		reason: string;
		/** Targets by line. */
		targets: Record<string, string>;
	};
}

const url = (file: string): string => asset(`/samples/${file}`);
/** What there is of the sample. */
export const listed = async (): Promise<List> => (await (await fetch(url('list.json'))).json()) as List;

/** Fetches files of the sample. */
export const unpacked = (files: Listed[]): Promise<Dropped[]> =>
	Promise.all(
		files.map(async ({ name, file }) => {
			const response = await fetch(url(file));
			if (!response.ok || !response.body) throw new Error(`${file}: ${String(response.status)}`);
			const blob = await new Response(response.body.pipeThrough(new DecompressionStream('gzip'))).blob();
			return { path: name, blob };
		})
	);

/** Fetches the sample from this origin and unpacks its files. */
export async function fetchSample(): Promise<Sample> {
	const { files, notes } = await listed();
	return { files: await unpacked(files), notes };
}
