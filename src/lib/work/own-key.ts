import { z } from '../policy/zod';
import { newRecipient } from '../record/locked';
import type { WorkspaceName } from './files';
import { local, noted } from './local';

const OWN = 'kaohe.own';
const KNOWN = 'kaohe.recipients';
const pair = z.object({ identity: z.string(), recipient: z.string() });
const known = z.record(z.string(), z.string());

/** A branch's own key on its machine: files can be encrypted for its recipient, and its identity opens them (age). */
export type OwnKey = z.infer<typeof pair>;

/** The key of this machine's branch; null where none was made. */
export const ownKey = (): OwnKey | null => noted(OWN, pair);

/** The key, made where there is none. */
export async function knownOwnKey(): Promise<OwnKey> {
	const there = ownKey();
	if (there) return there;
	const made = await newRecipient();
	local.setItem(OWN, JSON.stringify(made));
	return made;
}

/** For whom the office encrypts branches' files of a workspace, by branch: the recipients that they sent; others get a passphrase. */
export const recipients = (of: WorkspaceName): Record<string, string> => noted(`${KNOWN}.${of}`, known) ?? {};

/** Notes a branch's recipient, or forgets it where it is empty. */
export function noteRecipient(of: WorkspaceName, branch: string, recipient: string): void {
	const { [branch]: _, ...others } = recipients(of);
	const noted = recipient === '' ? others : { ...others, [branch]: recipient };
	local.setItem(`${KNOWN}.${of}`, JSON.stringify(noted));
}
