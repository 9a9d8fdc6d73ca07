import type { LogEvent } from './event';

/** A file that is kept as evidence with an entry. */
export interface Attachment {
	sha256: string;
	name: string;
	/** Bytes. */
	size: number;
}

/** The file that an entry of the log carries, or null. */
export function attachmentOf({ data }: Pick<LogEvent, 'data'>): Attachment | null {
	const given = data as { attachment?: Attachment; entry?: { attachment?: Attachment } } | null;
	return given?.attachment ?? given?.entry?.attachment ?? null;
}

/** The files that entries of the log carry, by SHA-256. */
export const attachments = (events: LogEvent[]): Map<string, Attachment> =>
	new Map(
		events.flatMap((event) => {
			const found = attachmentOf(event);
			return found ? [[found.sha256, found] as const] : [];
		})
	);
