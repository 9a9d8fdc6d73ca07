import type { LogEvent } from './event';

/** A figure as a branch reports it, typed in; null takes it back. */
export interface Reported {
	month: string;
	branch: string;
	/** A word of the list `figure`. */
	figure: string;
	/** A decimal, at least 0. */
	value: string | null;
	note: string;
}

/** The figures that were typed in and stand: the last of each month, branch and figure. */
export function reportedOf(events: LogEvent[]): Reported[] {
	const last = new Map<string, Reported>();
	for (const { kind, data } of events) {
		if (kind !== 'figure') continue;
		const given = data as Reported;
		last.set(`${given.month}/${given.branch}/${given.figure}`, given);
	}
	return [...last.values()].filter((given) => given.value !== null);
}
