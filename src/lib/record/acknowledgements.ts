import type { EventOf, LogEvent } from './event';
import type { ReplyItem } from './reply';

/** Where a branch's hand-over of a month stands. */
export interface HandedTo {
	branch: string;
	/** The last file that was written for it. */
	handed: EventOf<'handed_over'> | null;
	/** What came back, the last of each unit. */
	read: EventOf<'acknowledged'>[];
}

/** What was handed over of a month, and who has acknowledged what stands, by branch: figures that were handed over otherwise since must be read anew. */
export function handedOf(events: LogEvent[], month: string, branches: readonly string[]): HandedTo[] {
	const given = events.flatMap((e) => (e.kind === 'handed_over' && e.data.month === month ? [e] : []));
	const read = events.flatMap((e) => (e.kind === 'acknowledged' && e.data.month === month ? [e] : []));
	return branches.map((branch): HandedTo => {
		const own = given.filter((e) => e.data.branch === branch);
		const handed = own.at(-1) ?? null;
		// a later file holds earlier months too: what was read of it counts where they stand as they did
		const figures = handed?.data.results?.[month];
		const same = new Set(
			events.flatMap((e) =>
				e.kind === 'handed_over' &&
				e.data.branch === branch &&
				(e === handed || (figures !== undefined && e.data.results?.[month] === figures))
					? [e.data.handover]
					: []
			)
		);
		const last = new Map<string, EventOf<'acknowledged'>>();
		for (const event of read)
			if (same.has(event.data.handover)) last.set(`${event.data.unitKind}/${event.data.unit}`, event);
		return { branch, handed, read: [...last.values()] };
	});
}

/** Whether the branch itself has said that it read; its people speak for themselves. */
export const hasRead = ({ branch, read }: HandedTo): boolean =>
	read.some(({ data }) => data.unitKind === 'branch' && data.unit === branch);

/** The branches that were given a month and haven't said yet that they read it. */
export const unreadOf = (events: LogEvent[], month: string): string[] => {
	const given = events.flatMap((e) =>
		e.kind === 'handed_over' && e.data.month === month ? [e.data.branch] : []
	);
	return handedOf(events, month, [...new Set(given)])
		.filter((handed) => !hasRead(handed))
		.map(({ branch }) => branch);
};

/** The entry of a file that was handed over; null where this log wrote no such file. */
export function handedBy(events: LogEvent[], handover: string): EventOf<'handed_over'> | null {
	const found = events.find((e) => e.kind === 'handed_over' && e.data.handover === handover);
	return found?.kind === 'handed_over' ? found : null;
}

const ENTERED = { acknowledge: 'acknowledged', appeal: 'appeal', plan: 'plan' } as const;

/** Whether what a reply says was entered before. */
export const wasEntered = (events: LogEvent[], reply: string, item: ReplyItem): boolean =>
	events.some(
		(e) =>
			e.kind === ENTERED[item.kind] &&
			'reply' in e.data &&
			e.data.reply === reply &&
			e.data.month === item.month &&
			e.data.unit === item.unit &&
			e.data.unitKind === item.unitKind &&
			(item.kind !== 'appeal' || (e.kind === 'appeal' && e.data.line === item.line)) &&
			(item.kind !== 'plan' || (e.kind === 'plan' && e.data.kind === item.plan))
	);
