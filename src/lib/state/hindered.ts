import { workspace } from './app';
import { identity } from './identity.svelte';
import { listed, t } from './preferences.svelte';

/** Why nothing is entered here at all: another tab writes; null where it may be. */
export const writeBar = (): string | null => (workspace.log.following ? t('record.following') : null);

/** Why whoever is here can't make an entry of the office; null where they can. */
export const officeBar = (): string | null =>
	writeBar() ??
	(identity.actor?.role === 'branch_manager'
		? t('barred.roleOf', { roles: listed([t('role.hr'), t('role.head_office')]) })
		: null);

/** The fields that are still empty, as a sentence; null where none is. */
export function unfilled(fields: [title: string, value: string][]): string | null {
	const empty = fields.filter(([, value]) => value.trim() === '').map(([title]) => title);
	return empty.length === 0 ? null : t('barred.fill', { what: listed(empty) });
}
