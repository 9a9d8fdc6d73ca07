import type { Policy } from '../policy/schema';
import type { Text } from '../language/text';
import type { PinnedNote } from '../record/notes';

/** The line that a note explains, by the rules of its month, as a prefix of what it says; nothing where it is about all. */
export function noteLine(
	policy: Policy,
	{ line }: Pick<PinnedNote, 'line'>,
	pick: (text: Text) => string
): string {
	if (line === null) return '';
	const found = policy.scorecards.flatMap((card) => card.lines).find((l) => l.line === line);
	return `${found ? pick(found.title) : line} · `;
}
