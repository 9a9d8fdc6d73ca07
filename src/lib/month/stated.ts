import type { Stated } from '../compute/inputs';
import type { LogEvent } from '../record/event';

/** The data sets of which it was stated, and not taken back, that none came. */
export function statedOf(events: LogEvent[]): Stated[] {
	const stated = new Map<string, Stated>();
	for (const { kind, data } of events) {
		if (kind !== 'none' && kind !== 'none_reversed') continue;
		const { dataset, month } = data;
		if (kind === 'none') stated.set(`${dataset}/${month}`, { dataset, month });
		else stated.delete(`${dataset}/${month}`);
	}
	return [...stated.values()];
}
