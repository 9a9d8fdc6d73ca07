import type { LogEvent } from './event';
import type { RatingEntry } from './kinds/desk';

export type { RatingEntry };

/** The scores that stand: of one rater for one person and role the last that was entered. */
export function ratingsOf(events: LogEvent[]): RatingEntry[] {
	const standing = new Map<string, RatingEntry>();
	for (const { kind, data } of events) {
		if (kind !== 'ratings') continue;
		for (const entry of data.entries) {
			const key = [entry.month, entry.branch, entry.person ?? '', entry.role, entry.rater].join('\n');
			if (entry.score === null) standing.delete(key);
			else standing.set(key, entry);
		}
	}
	return [...standing.values()];
}
