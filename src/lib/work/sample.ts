import { asset } from '$app/paths';
import type { Dropped } from './files';

/** Fetches the sample's files from this origin and unpacks them. */
export async function fetchSample(): Promise<Dropped[]> {
	const url = (file: string): string => asset(`/samples/${file}`);
	const list = (await (await fetch(url('list.json'))).json()) as { name: string; file: string }[];
	return Promise.all(
		list.map(async ({ name, file }) => {
			const response = await fetch(url(file));
			if (!response.ok || !response.body) throw new Error(`${file}: ${String(response.status)}`);
			const blob = await new Response(response.body.pipeThrough(new DecompressionStream('gzip'))).blob();
			return { path: name, blob };
		})
	);
}
