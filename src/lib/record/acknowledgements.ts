import type { EventOf, LogEvent } from './event';

/** Where a branch's hand-over of a month stands. */
export interface HandedTo {
	branch: string;
	/** The last file that was written for it. */
	handed: EventOf<'handed_over'> | null;
	/** What came back, the last of each unit. */
	read: EventOf<'acknowledged'>[];
}

/** What was handed over of a month, and who has acknowledged it, by branch. */
export function handedOf(events: LogEvent[], month: string, branches: readonly string[]): HandedTo[] {
	const found = new Map(
		branches.map((branch): [string, HandedTo] => [branch, { branch, handed: null, read: [] }])
	);
	const files = new Map<string, HandedTo>();
	for (const event of events) {
		if (event.kind === 'handed_over') {
			const own = found.get(event.data.branch);
			if (!own) continue;
			files.set(event.data.handover, own);
			if (event.data.month === month) own.handed = event;
		} else if (event.kind === 'acknowledged' && event.data.month === month) {
			const own = files.get(event.data.handover);
			if (!own) continue;
			const { unitKind, unit } = event.data;
			own.read = [...own.read.filter(({ data }) => data.unitKind !== unitKind || data.unit !== unit), event];
		}
	}
	return [...found.values()];
}

/** The branches that were given a month and haven't said yet that they read it. */
export const unreadOf = (events: LogEvent[], month: string): string[] => {
	const given = events.flatMap((e) =>
		e.kind === 'handed_over' && e.data.month === month ? [e.data.branch] : []
	);
	return handedOf(events, month, [...new Set(given)])
		.filter(({ read }) => read.length === 0)
		.map(({ branch }) => branch);
};

/** The key that checks replies to a file, and the branch that was given it; null where this log wrote no such file. */
export function handedBy(events: LogEvent[], handover: string): { key: string; branch: string } | null {
	const found = events.find((e) => e.kind === 'handed_over' && e.data.handover === handover);
	return found?.kind === 'handed_over' ? found.data : null;
}

/** Whether a reply was taken in before. */
export const wasTaken = (events: LogEvent[], reply: string): boolean =>
	events.some((e) => e.kind === 'acknowledged' && e.data.reply === reply);
