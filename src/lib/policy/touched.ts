import { measureKey } from './slice';
import type { Policy } from './schema';

/** What a line's points don't follow from: of these, none changes a line. */
const APART = ['title', 'author', 'reason', 'raters', 'merits', 'awards', 'followups', 'grades'] as const;

/** The lines (scorecard, line) whose points differ between two sets of versions where nothing but lines and what follows after them differs; else null. */
export function touchedLines(before: Policy[], after: Policy[]): [string, string][] | null {
	if (skeleton(before) !== skeleton(after)) return null;
	return after.flatMap((policy, p) =>
		policy.scorecards.flatMap((card, c) =>
			card.lines.flatMap((line, l): [string, string][] =>
				JSON.stringify(line) === JSON.stringify(before[p]!.scorecards[c]!.lines[l])
					? []
					: [[card.scorecard, line.line]]
			)
		)
	);
}

/** All of the versions but what stands apart and what each line says. */
const skeleton = (policies: Policy[]): string =>
	JSON.stringify(
		policies.map((policy) => ({
			...policy,
			...Object.fromEntries([...APART, 'mentions', 'acknowledged'].map((key) => [key, null])),
			scorecards: policy.scorecards.map((card) => ({
				...card,
				lines: card.lines.map(({ line, ...rest }) => [line, measureKey(rest), rest.personal, rest.reads])
			}))
		}))
	);
