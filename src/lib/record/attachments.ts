import type { z } from '../policy/zod';
import type { LogEvent } from './event';
import type { attachment } from './kinds/shared';

/** A file that is kept as evidence with an entry. */
export type Attachment = z.infer<typeof attachment>;

/** The file that an entry of the log carries, or null. */
export function attachmentOf(event: LogEvent): Attachment | null {
	if (event.kind === 'appeal' || event.kind === 'plan') return event.data.attachment ?? null;
	if (event.kind === 'ledger' || event.kind === 'ruling') return event.data.entry?.attachment ?? null;
	return null;
}

/** The files that entries of the log carry, by SHA-256. */
export const attachments = (events: LogEvent[]): Map<string, Attachment> =>
	new Map(
		events.flatMap((event) => {
			const found = attachmentOf(event);
			return found ? [[found.sha256, found] as const] : [];
		})
	);
