import { z } from '../policy/zod';
import { newRecipient } from '../record/locked';
import { signingKey } from '../record/signature';
import { local, noted } from './local';

const KEY = 'kaohe.office';
const keys = z.object({ secret: z.string(), key: z.string(), identity: z.string(), recipient: z.string() });

/** What the office signs with, and opens replies with; made when it is first needed, kept on this machine. */
export type OfficeKeys = z.infer<typeof keys>;

/** The office's keys; null where nothing was handed over from this machine yet. */
export const officeKeys = (): OfficeKeys | null => noted(KEY, keys);

/** The office's keys, made where there are none. */
export async function knownOfficeKeys(): Promise<OfficeKeys> {
	const known = officeKeys();
	if (known) return known;
	const made = { ...(await signingKey()), ...(await newRecipient()) };
	local.setItem(KEY, JSON.stringify(made));
	return made;
}
