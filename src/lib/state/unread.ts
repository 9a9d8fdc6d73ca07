import type { LogEvent } from '../record/event';
import type { Warning } from '../intake/warning';

/** A file or table that was handed over and isn't read. */
export interface Unread {
	path: string;
	warning: Warning;
	/** The data set that it is of, where that was understood. */
	dataset?: string;
}

/** What was handed over and isn't read, by the log: until it is imported after all, or someone says that it isn't needed. */
export function unreadOf(events: LogEvent[]): Unread[] {
	const found = new Map<string, Unread>();
	for (const { kind, data } of events) {
		if (kind === 'unread_waived') found.delete((data as { path: string }).path);
		if (kind !== 'import') continue;
		const { added = [], unread = [] } = data as { added?: { path: string }[]; unread?: Unread[] };
		for (const { path } of added)
			for (const known of [...found.keys()])
				if (path === known || path.startsWith(`${known}#`)) found.delete(known);
		for (const item of unread) found.set(item.path, item);
	}
	return [...found.values()];
}
