import { othersMay } from '../month/offer';
import type { KindName } from '../record/kinds';
import { workspace } from './app';
import { identity } from './identity.svelte';
import { listed, t } from './preferences.svelte';

/** Why nothing is entered here at all: another tab writes; null where it may be. */
export const writeBar = (): string | null => (workspace.log.following ? t('record.following') : null);

/** Why whoever is here can't make an entry of a kind: another tab writes, or it is another role's; null where they can. */
export function kindBar(kind: KindName): string | null {
	const others = othersMay(kind, identity.actor?.role);
	return writeBar() ?? (others && t('barred.roleOf', { roles: listed(others.map((r) => t(`role.${r}`))) }));
}

/** The fields that are still empty, as a sentence; null where none is. */
export function unfilled(fields: [title: string, value: string][]): string | null {
	const empty = fields.filter(([, value]) => value.trim() === '').map(([title]) => title);
	return empty.length === 0 ? null : t('barred.fill', { what: listed(empty) });
}
