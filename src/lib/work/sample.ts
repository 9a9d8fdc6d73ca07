import { asset } from '$app/paths';
import type { Policy } from '../policy/schema';
import { POLICIES } from '../policy/versions';
import type { Note } from '../record/kinds/notes';
import type { Dropped } from './files';

/** The sample: its files, and what is pinned to its months. */
export interface Sample {
	files: Dropped[];
	notes: Note[];
}

/** The month after the sample's quarter: its files are fetched when they are wanted. */
export interface NextMonth {
	/** YYYY-MM. */
	month: string;
	/** The version of the rules that is in force from then on. */
	policy: Policy;
	files: () => Promise<Dropped[]>;
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
const listed = async (): Promise<List> => (await (await fetch(url('list.json'))).json()) as List;

const unpacked = (files: Listed[]): Promise<Dropped[]> =>
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

/** What the sample goes on with; `author` is whose version of the rules it is. */
export async function fetchNextMonth(author: string): Promise<NextMonth> {
	const { month, files, title, reason, targets } = (await listed()).october;
	const built = POLICIES.at(-1)!;
	const scorecards = built.scorecards.map((card) => ({
		...card,
		lines: card.lines.map((line) => (line.line in targets ? { ...line, target: targets[line.line]! } : line))
	}));
	const policy = {
		...built,
		policy: `sample-${month}`,
		title,
		author,
		reason,
		in_force_from: month,
		scorecards
	};
	return { month, policy, files: () => unpacked(files) };
}
