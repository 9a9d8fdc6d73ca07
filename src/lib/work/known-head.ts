import { headSchema, NO_HEAD, type Head } from '../record/event';
import { local } from './local';

const key = (workspace: string): string => `kaohe.head.${workspace}`;

/** Where a workspace's log was last known to end, kept apart from it: a store that comes back with less is told from one that never held more. */
export function knownHead(workspace: string): Head {
	const kept = local.getItem(key(workspace));
	return kept === null ? NO_HEAD : headSchema.parse(JSON.parse(kept));
}

export const noteHead = (workspace: string, head: Head): void =>
	local.setItem(key(workspace), JSON.stringify(head));

export const forget = (workspace: string): void => local.removeItem(key(workspace));
