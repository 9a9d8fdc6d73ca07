import type { Policy } from '../policy/schema';
import { POLICIES } from '../policy/versions';
import type { Dropped } from './files';
import { listed, unpacked } from './sample';

/** The month after the sample's quarter: its files are fetched when they are wanted. */
export interface NextMonth {
	/** YYYY-MM. */
	month: string;
	/** The version of the rules that is in force from then on. */
	policy: Policy;
	files: () => Promise<Dropped[]>;
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
