import { headSchema, NO_HEAD, type Head } from '../record/event';
import { local, noted } from './local';

const key = (workspace: string): string => `kaohe.head.${workspace}`;

/** Where a workspace's log was last known to end, kept apart from it: a store that comes back with less is told from one that never held more. */
export function knownHead(workspace: string): Head {
	return noted(key(workspace), headSchema) ?? NO_HEAD;
}

/** Notes where a workspace's log ends. */
export const noteHead = (workspace: string, head: Head): void =>
	local.setItem(key(workspace), JSON.stringify(head));

/** Forgets where a workspace's log ended. */
export const forget = (workspace: string): void => local.removeItem(key(workspace));
