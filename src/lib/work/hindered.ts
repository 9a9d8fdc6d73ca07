import { listed, t } from '../language/language.svelte';
import { othersMay } from '../month/offer';
import type { KindName } from '../record/kinds';
import { identity } from './identity.svelte';
import type { Workspace } from './workspace.svelte';

/** Why nothing is entered here at all: another tab writes; null where it may be. */
export const writeBar = ({ log }: Workspace): string | null => (log.following ? t('record.following') : null);

/** Why whoever is here can't make an entry of a kind: another tab writes, or it is another role's; null where they can. */
export function kindBar(work: Workspace, kind: KindName): string | null {
	const others = othersMay(kind, identity.actor?.role);
	return (
		writeBar(work) ?? (others && t('barred.roleOf', { roles: listed(others.map((r) => t(`role.${r}`))) }))
	);
}

/** The fields that are still empty, as a sentence; null where none is. */
export function unfilled(fields: [title: string, value: string][]): string | null {
	const empty = fields.filter(([, value]) => value.trim() === '').map(([title]) => title);
	return empty.length === 0 ? null : t('barred.fill', { what: listed(empty) });
}
