import type { LogEvent } from './event';
import type { Reported } from './kinds/desk';

export type { Reported };

/** The figures that were typed in and stand: the last of each month, branch and figure. */
export function reportedOf(events: LogEvent[]): Reported[] {
	const last = new Map<string, Reported>();
	for (const { kind, data } of events)
		if (kind === 'figure') last.set(`${data.month}/${data.branch}/${data.figure}`, data);
	return [...last.values()].filter((given) => given.value !== null);
}
