import { z } from '../policy/zod';
import { actorSchema, type Actor } from './actor';
import { canonical } from './canonical';
import { sha256 } from '../intake/hash';
import type { Follows } from './kind';
import { fits, KINDS, type DataOf, type KindName } from './kinds';
import { STEPS } from './steps';

/** What a step adds to the log: its kind, what that kind says, and why. */
export type Entry = { [K in KindName]: { kind: K; reason?: string; data: DataOf[K] } }[KindName];

/** Who did it when, and the hash of the entry before. */
interface Stamp {
	/** From 1, without gaps. */
	seq: number;
	/** ISO 8601, UTC. */
	at: string;
	by: Actor;
	/** Hash of the entry before; empty for the first. */
	prev: string;
	/** SHA-256 of all of the above in canonical JSON. */
	hash: string;
}

/** One entry of the log. */
export type LogEvent = Entry & Stamp;

/** An entry of one kind. */
export type EventOf<K extends KindName> = Extract<LogEvent, { kind: K }>;

/** Whether something is an entry of a kind that this build knows. */
export const isEntry = (value: { kind: string; data: unknown }): value is Entry =>
	fits(value.kind, value.data);

/** The month that an entry is about, or null. */
export function monthOf(entry: Entry): string | null {
	if (entry.kind === 'ledger') return entry.data.month ?? entry.data.entry.month;
	return 'month' in entry.data ? entry.data.month : null;
}

/** Whether and when scores follow from an entry. */
export const followsFrom = (entry: Entry): Follows =>
	entry.kind === 'step' && !STEPS[entry.data.step].rescores ? 'never' : KINDS[entry.kind].follows;

const stamp = z.object({
	seq: z.int(),
	at: z.string(),
	by: actorSchema,
	prev: z.string(),
	hash: z.string(),
	kind: z.string(),
	reason: z.optional(z.string()),
	data: z.unknown()
});

/** Whether something is an entry that this build knows, data and all. */
export function isEvent(value: unknown): value is LogEvent {
	const { success, data } = stamp.safeParse(value);
	return success && fits(data.kind, data.data);
}

/** Where the log ends. */
export const headSchema = z.object({ seq: z.int(), hash: z.string() });

export type Head = z.infer<typeof headSchema>;

export const NO_HEAD: Head = { seq: 0, hash: '' };

/** The next event of a log that ends at `head`; throws where the entry isn't what its kind says. */
export async function chained(head: Head, entry: Entry, by: Actor, at: string): Promise<LogEvent> {
	const event = { ...entry, seq: head.seq + 1, at, by, prev: head.hash };
	const hash = await sha256(canonical(event));
	// what the store gives back must hash alike: no undefined, no shared references
	const written: unknown = JSON.parse(canonical({ ...event, hash }));
	if (!isEvent(written)) throw new Error(`an entry of ${entry.kind} lacks what its kind needs`);
	return written;
}

/** What is wrong with a log, and at which entry. */
export interface ChainFault {
	seq: number;
	fault: 'gap' | 'broken_link' | 'changed';
}

/** The first entry of a log that doesn't follow from the one before or isn't what was hashed; null where all holds. */
export async function chainFault(events: LogEvent[]): Promise<ChainFault | null> {
	let head = NO_HEAD;
	for (const event of events) {
		if (event.seq !== head.seq + 1) return { seq: head.seq + 1, fault: 'gap' };
		if (event.prev !== head.hash) return { seq: event.seq, fault: 'broken_link' };
		const { hash, ...rest } = event;
		if ((await hashOf(rest)) !== hash) return { seq: event.seq, fault: 'changed' };
		head = { seq: event.seq, hash };
	}
	return null;
}

/** An entry that can't even be written down again isn't what was hashed. */
async function hashOf(rest: Omit<LogEvent, 'hash'>): Promise<string | null> {
	try {
		return await sha256(canonical(rest));
	} catch {
		return null;
	}
}
