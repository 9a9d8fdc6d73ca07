import { canonical } from './canonical';
import { sha256 } from './hash';

/** What a person is in the month's work; a branch manager's branch is named. */
export type Role = 'hr' | 'branch_manager' | 'head_office';

/** Who acts: a signature in the log, not a lock. */
export interface Actor {
	name: string;
	role: Role;
	branch?: string;
}

/** What a step adds to the log. */
export interface Entry {
	kind: string;
	reason?: string;
	data: unknown;
}

/** One entry of the log: who did what when and why, and the hash of the entry before. */
export interface LogEvent extends Entry {
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

/** Where the log ends. */
export interface Head {
	seq: number;
	hash: string;
}

export const NO_HEAD: Head = { seq: 0, hash: '' };

/** The next event of a log that ends at `head`. */
export async function chained(head: Head, entry: Entry, by: Actor, at: string): Promise<LogEvent> {
	const event = { ...entry, seq: head.seq + 1, at, by, prev: head.hash };
	// what the store gives back must hash alike: no undefined, no shared references
	const plain = JSON.parse(canonical(event)) as Omit<LogEvent, 'hash'>;
	return { ...plain, hash: await sha256(canonical(plain)) };
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
