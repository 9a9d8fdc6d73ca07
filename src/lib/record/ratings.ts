import type { LogEvent } from './event';

/** A score given on an entry sheet; null takes the rater's score back. */
export interface RatingEntry {
	month: string;
	branch: string;
	person: string | null;
	role: 'self' | 'leader' | 'group';
	/** The rater's name; for the group a pseudonym. */
	rater: string;
	/** 0 to 100 with up to two decimals, as text. */
	score: string | null;
}

/** The scores that stand: of one rater for one person and role the last that was entered. */
export function ratingsOf(events: LogEvent[]): RatingEntry[] {
	const standing = new Map<string, RatingEntry>();
	for (const { kind, data } of events) {
		if (kind !== 'ratings') continue;
		for (const entry of (data as { entries: RatingEntry[] }).entries) {
			const key = [entry.month, entry.branch, entry.person ?? '', entry.role, entry.rater].join('\n');
			if (entry.score === null) standing.delete(key);
			else standing.set(key, entry);
		}
	}
	return [...standing.values()];
}
