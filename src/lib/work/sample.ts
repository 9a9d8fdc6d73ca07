import { asset } from '$app/paths';
import type { Note } from '../record/kinds/notes';
import type { Dropped } from './files';

/** The sample: its files, and what is pinned to its months. */
export interface Sample {
	files: Dropped[];
	notes: Note[];
}

/** Fetches the sample from this origin and unpacks its files. */
export async function fetchSample(): Promise<Sample> {
	const url = (file: string): string => asset(`/samples/${file}`);
	const list = (await (await fetch(url('list.json'))).json()) as {
		files: { name: string; file: string }[];
		notes: Note[];
	};
	const files = await Promise.all(
		list.files.map(async ({ name, file }) => {
			const response = await fetch(url(file));
			if (!response.ok || !response.body) throw new Error(`${file}: ${String(response.status)}`);
			const blob = await new Response(response.body.pipeThrough(new DecompressionStream('gzip'))).blob();
			return { path: name, blob };
		})
	);
	return { files, notes: list.notes };
}
