import type { Actor } from './actor';
import type { LogEvent } from './event';
import type { Note } from './kinds/notes';

/** A note as it stands, with who pinned it and when. */
export interface PinnedNote extends Note {
	seq: number;
	at: string;
	by: Actor;
}

/** The notes that stand, in the order in which they were pinned. */
export function notesOf(events: LogEvent[]): PinnedNote[] {
	const removed = new Set(events.flatMap((e) => (e.kind === 'note_removed' ? [e.data.of] : [])));
	return events.flatMap((e) =>
		e.kind === 'note' && !removed.has(e.seq) ? [{ ...e.data, seq: e.seq, at: e.at, by: e.by }] : []
	);
}

/** Notes of a month: those of all, and of a unit where one is named. */
export const notesIn = (events: LogEvent[], month: string, kind?: string, unit?: string): PinnedNote[] =>
	notesOf(events).filter(
		(n) =>
			n.month === month && (unit === undefined || n.unit === null || (n.unitKind === kind && n.unit === unit))
	);
