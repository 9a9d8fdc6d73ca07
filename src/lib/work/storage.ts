import { z } from '../policy/zod';
import { headSchema } from '../record/event';
import { local, noted } from './local';

/** What the browser says of the room it gives. */
export interface Room {
	/** Bytes. */
	used: number;
	/** Bytes. */
	quota: number;
	/** True where the browser promised not to clear it by itself. */
	persisted: boolean;
}

/** How much room there is, and whether it is kept; null where the browser doesn't tell. */
export async function room(): Promise<Room | null> {
	const { storage } = navigator as { storage?: Partial<StorageManager> };
	if (!storage?.estimate || !storage.persisted) return null;
	const { usage = 0, quota = 0 } = await storage.estimate();
	return { used: usage, quota, persisted: await storage.persisted() };
}

/** Asks the browser to keep what is stored; false where it doesn't promise. */
export const askToKeep = (): Promise<boolean> => navigator.storage.persist();

const saved = z.extend(headSchema, { at: z.string() });

const key = (workspace: string): string => `kaohe.backup.${workspace}`;

/** When a backup of a workspace was last saved from this machine, and at which entry of the log. */
export function lastBackup(workspace: string): { at: string; seq: number; hash: string } | null {
	return noted(key(workspace), saved);
}

/** Notes that a backup was saved now, up to which entry. */
export const noteBackup = (workspace: string, seq: number, hash: string): void =>
	local.setItem(key(workspace), JSON.stringify({ at: new Date().toISOString(), seq, hash }));
